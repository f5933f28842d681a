package egate.daemon.update;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bundle begins with: "EGUB", format 1, the manifest's length, the manifest, how many
 * signatures, the signatures over the manifest. Numbers have their most significant byte first.
 *
 * <p>The manifest: how many items, then of each kind, version, issued, limit, length and SHA-256.
 * Whoever signs it so signs every byte of every file. The head stays beside what it brought, so
 * that anybody can verify it again.
 */
final class UpdateHead {
  private static final int MAGIC = 0x45475542;
  private static final int FORMAT = 1;
  private static final int DIGEST_BYTES = 32;
  private static final int ITEM_BYTES = 1 + 4 + 8 + 8 + 4 + DIGEST_BYTES;
  private static final int SIGNATURES_MAX = 4;

  /** So that a signature over a manifest is one over nothing else. */
  private static final byte[] PURPOSE = "egate update\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] manifest;
  private final List<byte[]> signatures;
  private final List<UpdateItem> items;

  private UpdateHead(byte[] manifest, List<byte[]> signatures) throws UpdateException {
    this.manifest = manifest;
    this.signatures = signatures;
    this.items = items(manifest);
  }

  /** Parsed is not verified: {@link #signers} tells who has signed it. */
  static UpdateHead read(ByteBuffer in) throws UpdateException {
    try {
      if (in.getInt() != MAGIC || in.getInt() != FORMAT) {
        throw new UpdateException("is no update bundle");
      }
      byte[] manifest = take(in, in.getInt());
      int count = in.get();
      if (count < 0 || count > SIGNATURES_MAX) {
        throw new UpdateException("has an impossible number of signatures");
      }
      List<byte[]> signatures = new ArrayList<>();
      while (signatures.size() < count) {
        signatures.add(take(in, Ed25519.SIGNATURE_BYTES));
      }
      return new UpdateHead(manifest, signatures);
    } catch (BufferUnderflowException e) {
      throw new UpdateException("is cut off");
    }
  }

  static byte[] take(ByteBuffer in, int length) throws UpdateException {
    if (length < 0 || length > in.remaining()) {
      throw new UpdateException("is cut off");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static List<UpdateItem> items(byte[] manifest) throws UpdateException {
    ByteBuffer in = ByteBuffer.wrap(manifest);
    int count = manifest.length == 0 ? 0 : in.get();
    if (count < 1 || manifest.length != 1 + count * ITEM_BYTES) {
      throw new UpdateException("has a malformed manifest");
    }
    List<UpdateItem> items = new ArrayList<>();
    Set<UpdateKind> kinds = EnumSet.noneOf(UpdateKind.class);
    while (items.size() < count) {
      UpdateItem item = item(in);
      if (!kinds.add(item.kind())) {
        throw new UpdateException("brings " + item.kind().label() + " twice");
      }
      items.add(item);
    }
    return items;
  }

  private static UpdateItem item(ByteBuffer in) throws UpdateException {
    byte code = in.get();
    UpdateKind kind =
        UpdateKind.of(code)
            .orElseThrow(() -> new UpdateException("brings an unknown kind " + code));
    try {
      return new UpdateItem(
          kind,
          in.getInt(),
          Instant.ofEpochSecond(in.getLong()),
          Instant.ofEpochSecond(in.getLong()),
          in.getInt(),
          HexFormat.of().formatHex(take(in, DIGEST_BYTES)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UpdateException("has a malformed manifest", e);
    }
  }

  /** Signs a manifest of these items. */
  static UpdateHead of(List<UpdateItem> items, List<PrivateKey> keys) {
    ByteBuffer manifest = ByteBuffer.allocate(1 + items.size() * ITEM_BYTES);
    manifest.put((byte) items.size());
    for (UpdateItem item : items) {
      manifest.put(item.kind().code()).putInt(item.version());
      manifest.putLong(item.issued().getEpochSecond()).putLong(item.limit().getEpochSecond());
      manifest.putInt(item.length()).put(HexFormat.of().parseHex(item.sha256()));
    }
    byte[] covered = covered(manifest.array());
    try {
      return new UpdateHead(
          manifest.array(), keys.stream().map(key -> Ed25519.sign(key, covered)).toList());
    } catch (UpdateException e) {
      throw new IllegalArgumentException("impossible items", e);
    }
  }

  byte[] bytes() {
    ByteBuffer out =
        ByteBuffer.allocate(13 + manifest.length + signatures.size() * Ed25519.SIGNATURE_BYTES);
    out.putInt(MAGIC).putInt(FORMAT).putInt(manifest.length).put(manifest);
    out.put((byte) signatures.size());
    signatures.forEach(out::put);
    return out.array();
  }

  private static byte[] covered(byte[] manifest) {
    return ByteBuffer.allocate(PURPOSE.length + manifest.length).put(PURPOSE).put(manifest).array();
  }

  /** Who of those that a gate knows has signed it. */
  List<String> signers(UpdateKeys keys) {
    return keys.signersOf(covered(manifest), signatures);
  }

  /** At most one of a kind. */
  List<UpdateItem> items() {
    return List.copyOf(items);
  }

  Optional<UpdateItem> item(UpdateKind kind) {
    return items.stream().filter(item -> item.kind() == kind).findFirst();
  }
}
