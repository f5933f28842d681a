package egate.daemon.journal;

/**
 * All that a journal's entries lead to, at one of them. Written down now and then, so that a start
 * need not read what lies before.
 *
 * @param results chain over all results, as {@link Ledger} folds it
 * @param acknowledged sequence of the last result of which the record knows that central has it
 * @param acknowledgedResults the chain over the results there
 */
record Standing(
    Recovery recovery, ChainHash results, long acknowledged, ChainHash acknowledgedResults) {}
