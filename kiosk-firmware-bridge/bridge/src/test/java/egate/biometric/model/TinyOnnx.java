package egate.biometric.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Models of a few nodes, in ONNX's protocol buffers, so that the plumbing is tested without
 * anybody's weights. Field numbers are those of onnx.proto.
 */
public final class TinyOnnx {
  private static final int FLOAT = 1;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  private TinyOnnx() {}

  public static TinyOnnx withInput(String name) {
    TinyOnnx model = new TinyOnnx();
    field(model.graph, 11, valueInfo(name));
    return model;
  }

  /** The mean of each plane of the input, as [1, planes]. */
  public TinyOnnx meansOfPlanes(String input, String output) {
    field(graph, 1, node("GlobalAveragePool", input, output + "_pooled"));
    field(graph, 1, node("Flatten", output + "_pooled", output));
    field(graph, 12, valueInfo(output));
    return this;
  }

  /** An output that is the same whatever the input. */
  public TinyOnnx constant(String output, int[] shape, float... values) {
    field(graph, 5, tensor(output + "_constant", shape, values));
    field(graph, 1, node("Identity", output + "_constant", output));
    field(graph, 12, valueInfo(output));
    return this;
  }

  public byte[] bytes() {
    field(graph, 2, text("tiny"));
    var opset = new ByteArrayOutputStream();
    number(opset, 2, 13);
    var model = new ByteArrayOutputStream();
    number(model, 1, 8);
    field(model, 8, opset.toByteArray());
    field(model, 7, graph.toByteArray());
    return model.toByteArray();
  }

  private static byte[] node(String operator, String input, String output) {
    var node = new ByteArrayOutputStream();
    field(node, 1, text(input));
    field(node, 2, text(output));
    field(node, 4, text(operator));
    return node.toByteArray();
  }

  private static byte[] tensor(String name, int[] shape, float... values) {
    var tensor = new ByteArrayOutputStream();
    for (int side : shape) {
      number(tensor, 1, side);
    }
    number(tensor, 2, FLOAT);
    field(tensor, 8, text(name));
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    field(tensor, 9, raw.array());
    return tensor.toByteArray();
  }

  /** A tensor of floats whose shape is left open. */
  private static byte[] valueInfo(String name) {
    var tensorType = new ByteArrayOutputStream();
    number(tensorType, 1, FLOAT);
    var type = new ByteArrayOutputStream();
    field(type, 1, tensorType.toByteArray());
    var info = new ByteArrayOutputStream();
    field(info, 1, text(name));
    field(info, 2, type.toByteArray());
    return info.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void number(ByteArrayOutputStream to, int field, int value) {
    varint(to, field << 3);
    varint(to, value);
  }

  private static void field(ByteArrayOutputStream to, int field, byte[] content) {
    varint(to, (field << 3) | 2);
    varint(to, content.length);
    to.writeBytes(content);
  }

  private static void varint(ByteArrayOutputStream to, int value) {
    int left = value;
    while (left > 0x7F) {
      to.write((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    to.write(left);
  }
}
