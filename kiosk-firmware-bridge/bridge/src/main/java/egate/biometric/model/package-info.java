/**
 * Model packs: a folder of models and one signed manifest that says all there is to know of them,
 * so that models change without code.
 *
 * <p>A pack that is missing, altered, unsigned or not approved evaluates nothing: the traveller is
 * referred to the officer. Absent: any model of our own, and any way to fetch one.
 */
package egate.biometric.model;
