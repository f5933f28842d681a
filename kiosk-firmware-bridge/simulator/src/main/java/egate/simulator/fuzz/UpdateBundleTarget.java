package egate.simulator.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * The daemon's parser of update bundles. The simulator knows nothing of the daemon and is built
 * before it, so that the parser is found by name: {@code egate fuzz} has its jar on the class path.
 */
final class UpdateBundleTarget implements FuzzTarget {
  private static final String PACKAGE = "egate.daemon.update.";

  private final MethodHandle parse;
  private final Class<? extends Exception> refusal;

  private UpdateBundleTarget(MethodHandle parse, Class<? extends Exception> refusal) {
    this.parse = parse;
    this.refusal = refusal;
  }

  /** Empty where the daemon is not there. */
  static Optional<FuzzTarget> find() {
    try {
      Class<?> bundle = Class.forName(PACKAGE + "UpdateBundle");
      MethodHandle parse =
          MethodHandles.publicLookup()
              .findStatic(bundle, "parse", MethodType.methodType(bundle, byte[].class));
      return Optional.of(
          new UpdateBundleTarget(
              parse.asType(MethodType.methodType(Object.class, byte[].class)),
              Class.forName(PACKAGE + "UpdateException").asSubclass(Exception.class)));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the daemon's parser of bundles has another form", e);
    }
  }

  @Override
  public String name() {
    return "update-bundle";
  }

  /** Two files and two signatures, which parsing does not verify. */
  @Override
  public List<byte[]> seeds() {
    byte[] one = {1, 2, 3};
    byte[] two = {4};
    ByteBuffer manifest = ByteBuffer.allocate(1 + 2 * 57).put((byte) 2);
    putItem(manifest, 1, one);
    putItem(manifest, 3, two);
    ByteBuffer out = ByteBuffer.allocate(13 + manifest.capacity() + 2 * 64 + 4);
    out.putInt(0x45475542).putInt(1).putInt(manifest.capacity()).put(manifest.array());
    out.put((byte) 2).put(new byte[128]).put(one).put(two);
    return List.of(out.array());
  }

  private static void putItem(ByteBuffer manifest, int kind, byte[] file) {
    manifest.put((byte) kind).putInt(1).putLong(1_790_000_000L).putLong(1_800_000_000L);
    try {
      manifest.putInt(file.length).put(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void run(byte[] input) throws Exception {
    try {
      Object _ = parse.invokeExact(input);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Class<? extends Exception> refusal() {
    return refusal;
  }
}
