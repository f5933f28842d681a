/**
 * The room that remembers and reports: loop, journal, outbox, uplink, diagnostics. It never sees an
 * MRZ, an image or a template.
 */
@org.jspecify.annotations.NullMarked
module egate.daemon {
  // Null annotations, checked at compile time only.
  requires static transitive org.jspecify;
  // Doors: verdicts go in, commands come out.
  requires egate.gate;
  requires com.pi4j;
  // The words of a bridge.
  requires egate.report;
  // The diagnostics port.
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  // Results upstream.
  requires com.hivemq.client.mqtt;
  requires com.fasterxml.jackson.core;
  // The outbox.
  requires java.sql;
  requires com.h2database;
  // Signed updates, pulled over HTTPS.
  requires java.net.http;
  // Hardware profiles.
  requires org.snakeyaml.engine;
  // The log.
  requires org.tinylog.api;
  // The command line.
  requires info.picocli;

  opens egate.daemon to
      info.picocli;

  uses egate.gate.gpio.LineProvider;
}
