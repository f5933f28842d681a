package egate.daemon.diagnostics;

/**
 * What runs here.
 *
 * @param gate the gate's name upstream
 * @param software version of the daemon
 * @param trust version of the trust store, zero before a bridge was ready
 * @param models version of the face model pack, zero for none
 * @param profileName name of the hardware profile
 * @param profile its version
 * @param jvm version of the Java runtime
 */
public record RunningVersions(
    String gate,
    String software,
    int trust,
    int models,
    String profileName,
    int profile,
    String jvm) {}
