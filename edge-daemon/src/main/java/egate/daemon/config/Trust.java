package egate.daemon.config;

import java.util.Optional;

/**
 * By what documents are judged.
 *
 * @param store the compiled trust store, relative to the state folder
 * @param key public key under which it must be signed, Ed25519, 64 hexadecimal digits; empty where
 *     no signature is asked for, which production forbids
 */
public record Trust(String store, Optional<String> key) {}
