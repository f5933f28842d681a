package egate.simulator.document;

import egate.emrtd.CvCertificate;
import java.time.LocalDate;

/**
 * Whom a chip shows its fingers to when it leaves the factory.
 *
 * @param authority the CVCA whose key it trusts
 * @param date what it takes for today until a certificate tells it better
 */
public record TerminalTrust(CvCertificate authority, LocalDate date) {}
