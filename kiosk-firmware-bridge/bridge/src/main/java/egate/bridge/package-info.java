/** The process itself: its life from rehearsal to death, and one traveller's session. */
package egate.bridge;
