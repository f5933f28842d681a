/**
 * Hardware profiles: YAML 1.2, read strictly, refused in one clear line.
 *
 * <p>Deliberately absent: defaults (a profile says everything), anchors, aliases, tags, lists, and
 * any look at the devices themselves.
 */
package egate.daemon.config;
