/**
 * Who this gate is to chips that show fingerprints to few: its CV certificates, and the key behind
 * them in a file, on a token or at a control centre (BSI TR-03110).
 *
 * <p>Deliberately absent: the protocol itself, which is {@code egate.emrtd}'s, and whether a
 * document may be told who asks, which {@code egate.inspection} judges.
 */
package egate.terminal;
