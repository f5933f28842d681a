package egate.command;

/** Two files to be compared, by the names that they were given. */
record Pair(String reference, String probe) {}
