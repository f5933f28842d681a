/**
 * The logical data structure (Doc 9303-10): EF.COM, EF.SOD and the data groups, parsed strictly.
 */
package egate.emrtd.lds;
