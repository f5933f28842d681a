package egate.biometric.model;

/**
 * One model in a pack.
 *
 * @param name of the file, in the pack's own folder
 * @param sha256 of the file, in lower-case hexadecimal digits
 * @param licence SPDX identifier, or what is known in its place
 * @param source where the file comes from
 */
public record ModelFile(String name, String sha256, String licence, String source) {
  public ModelFile {
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException("'" + name + "' is no plain file name");
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 of " + name + " is not 64 hexadecimal digits");
    }
  }
}
