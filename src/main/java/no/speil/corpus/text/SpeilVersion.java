package no.speil.corpus.text;

import java.util.Objects;

/** Which build of Speil this is. */
public final class SpeilVersion {
  /**
   * As in the manifest of the jar, such as {@code 0.1.0~20261129.1234+gaa097b1}; {@code dev} where
   * the classes are in no jar.
   */
  public static final String VERSION =
      Objects.requireNonNullElse(SpeilVersion.class.getPackage().getImplementationVersion(), "dev");

  private SpeilVersion() {}
}
