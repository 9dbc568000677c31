package no.speil.messages;

import java.util.Locale;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.DocumentFailed;
import no.speil.library.documents.ActionRefusedException.GoneSection;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.ReadOnly;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.ActionRefusedException.StorageRefused;
import no.speil.library.documents.ActionRefusedException.StorageUncertain;
import no.speil.library.documents.ActionRefusedException.TextRefused;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.ActionRefusedException.UnknownSection;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.people.AccountRefusedException;
import org.jspecify.annotations.Nullable;

/** Says in words why an action was refused. */
public final class RefusalTexts {
  private RefusalTexts() {}

  public static String of(Messages t, @Nullable ActionRefusedException refused) {
    return switch (refused) {
      case NotNow notNow -> t.of("refused." + notNow.reason().name().toLowerCase(Locale.ROOT));
      case StaleVersion stale -> t.of("refused.changed");
      case StorageRefused storage -> t.of("refused.storage");
      case StorageUncertain storage -> t.of("refused.storage-uncertain");
      case GoneSection gone -> t.of("refused.gone");
      case UnknownSection unknown -> t.of("refused.gone");
      case UnknownDocument unknown -> t.of("refused.gone");
      case DocumentFailed failed -> t.of("error.document-failed");
      case TextRefused text -> t.of("error.text-refused");
      case ReadOnly readOnly -> t.of("obstacle.read-only");
      case RoleMissing role -> t.of("obstacle.role", t.of("role." + role.needed().code()));
      case null -> t.of("refused.other");
    };
  }

  public static String of(Messages t, AccountRefusedException refused) {
    return t.of("account.refused." + refused.reason().code(), refused.details().toArray());
  }

  public static String of(Messages t, GlossaryRefusedException.Reason reason) {
    return t.of("glossary.refused." + reason.code(), GlossaryEntry.LONGEST);
  }

  /** What programs and terminals are told. */
  public static String english(Exception refused) {
    return switch (refused) {
      case NotNow notNow -> of(Messages.ENGLISH, notNow);
      case AccountRefusedException account -> of(Messages.ENGLISH, account);
      case GlossaryRefusedException glossary -> of(Messages.ENGLISH, glossary.reason());
      default -> String.valueOf(refused.getMessage());
    };
  }
}
