package egate.daemon.config;

/**
 * What the gate shows to chips that want to know who asks for their fingers.
 *
 * @param certificates folder of CV certificates, relative to the state folder
 * @param key where the private key behind them lies
 */
public record Terminal(String certificates, TerminalKey key) {}
