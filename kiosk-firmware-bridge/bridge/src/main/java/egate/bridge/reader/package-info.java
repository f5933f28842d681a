/**
 * Document readers: the MRZ reader and the chip reader.
 *
 * <p>Framers and frame codecs are pure. What an MRZ or a chip's answer means is judged elsewhere
 * ({@code egate.emrtd}); this only carries it.
 */
package egate.bridge.reader;
