/**
 * The officer's desk: signed orders over a serial line that ends in the officer's room.
 *
 * <p>Deliberately absent: any way from the network to here. Central can order nothing.
 */
@NullMarked
package egate.daemon.desk;

import org.jspecify.annotations.NullMarked;
