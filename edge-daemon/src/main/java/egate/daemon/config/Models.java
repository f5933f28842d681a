package egate.daemon.config;

/**
 * The model pack of a gate.
 *
 * @param pack folder of the pack, relative to the state folder
 * @param key file of the Ed25519 public key whose signature approves it, likewise
 */
public record Models(String pack, String key) {}
