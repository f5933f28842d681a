package egate.daemon.config;

import egate.report.DocumentPolicy;

/**
 * What an update may say anew of a profile: by what travellers and documents are judged.
 *
 * @param version 1..2,147,483,647
 * @param comparison biometric policy
 * @param documents which documents open the entry
 */
public record Policy(int version, ComparisonPolicy comparison, DocumentPolicy documents) {}
