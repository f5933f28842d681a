package egate.daemon;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** The daemon's own version, as its module says it. */
final class Software {
  private Software() {}

  static String version() {
    return Optional.ofNullable(Software.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("unknown");
  }
}
