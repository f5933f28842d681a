package egate.trust;

/**
 * Something that was not taken.
 *
 * @param source the file, and the place in it
 * @param what it is, as far as it could be told
 * @param why it was refused
 */
public record Refusal(String source, String what, String why) {}
