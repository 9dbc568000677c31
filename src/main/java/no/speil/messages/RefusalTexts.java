package no.speil.messages;

import java.util.Locale;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import org.jspecify.annotations.Nullable;

/** Says in words why an action was refused. */
public final class RefusalTexts {
  private RefusalTexts() {}

  public static String of(Messages t, @Nullable ActionRefusedException refused) {
    return switch (refused) {
      case NotNow notNow -> t.of("refused." + notNow.reason().name().toLowerCase(Locale.ROOT));
      case ActionRefusedException.StaleVersion stale -> t.of("refused.changed");
      case ActionRefusedException.StorageRefused storage -> t.of("refused.storage");
      case ActionRefusedException.StorageUncertain storage -> t.of("refused.storage-uncertain");
      case ActionRefusedException.GoneSection gone -> t.of("refused.gone");
      case ActionRefusedException.UnknownSection unknown -> t.of("refused.gone");
      case ActionRefusedException.UnknownDocument unknown -> t.of("refused.gone");
      case ActionRefusedException.DocumentFailed failed -> t.of("error.document-failed");
      case ActionRefusedException.TextRefused text -> t.of("error.text-refused");
      case ActionRefusedException.ReadOnly readOnly -> t.of("obstacle.read-only");
      case ActionRefusedException.RoleMissing role ->
          t.of("obstacle.role", t.of("role." + role.needed().code()));
      case null -> t.of("refused.other");
    };
  }
}
