/**
 * Cameras, as sources of still pictures. A picture is carried as the camera encoded it; decoding
 * happens where its quality is judged.
 */
package egate.bridge.camera;
