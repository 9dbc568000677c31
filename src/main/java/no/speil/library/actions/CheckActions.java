package no.speil.library.actions;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.CheckRunner;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.qa.QaWarning;
import no.speil.record.CheckEvent;
import no.speil.record.CheckVerdict;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/** What people say of failed checks. */
public final class CheckActions {
  private final ActionRunner runner;
  private final CheckRunner checks;

  public CheckActions(ActionRunner runner, CheckRunner checks) {
    this.runner = runner;
    this.checks = checks;
  }

  /**
   * Says why a failed check is no error. That holds for what the check says now, as long as both
   * texts stay as they are.
   *
   * @param check its code
   * @throws no.speil.library.documents.ActionRefusedException if it does not fail, or the section
   *     is not of that version
   */
  public SectionUpdate dismiss(
      SectionId id, String check, String reason, SectionVersion expected, Actor actor) {
    return judge(id, check, reason, expected, actor);
  }

  /** Takes a dismissal back; throws as {@link #dismiss} does. */
  public SectionUpdate reopen(SectionId id, String check, SectionVersion expected, Actor actor) {
    return judge(id, check, null, expected, actor);
  }

  private SectionUpdate judge(
      SectionId id, String check, @Nullable String reason, SectionVersion expected, Actor actor) {
    return runner.at(
        id,
        loaded -> {
          TrackedSection now = ActionRunner.section(loaded, id);
          ActionRunner.checkVersion(now, expected);
          FailedCheck failed = failed(loaded, now, check);
          if (failed.isDismissed() == (reason != null)) {
            return SectionUpdate.of(loaded, id);
          }
          QaWarning warning = failed.warning();
          var event =
              new CheckEvent(
                  runner.signature(actor, loaded),
                  id,
                  new CheckVerdict(check, warning.words(), reason),
                  TextSnapshot.hashOf(now.section().original()),
                  TextSnapshot.hashOf(now.section().translation()));
          return SectionUpdate.of(runner.write(loaded, List.of(event)), id);
        });
  }

  private FailedCheck failed(LiveDocument loaded, TrackedSection section, String check) {
    return checks.in(loaded).of(section).stream()
        .filter(each -> each.code().equals(check))
        .findFirst()
        .orElseThrow(() -> new NotNow(Reason.NO_CHECK));
  }
}
