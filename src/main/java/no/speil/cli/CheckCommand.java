package no.speil.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.git.GitCheck;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFileReader;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossarySnapshot;
import no.speil.library.scan.ArchiveScan;
import no.speil.people.People;
import no.speil.status.SectionStatus;
import no.speil.status.StateReason;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what a keeper should look at; can run beside a server, and in other programs' checks. */
@Command(name = "check")
final class CheckCommand extends ArchiveCommand {
  /** Below this the automatic alignment wants a person's eye. */
  private static final double CERTAIN = 0.5;

  /**
   * What is looked for; edited is a text that was changed outside after it was marked, report an
   * error that a reader has reported and that waits for somebody, check a failed check of a
   * translation that nobody has dismissed, git what keeps the work from the remote.
   */
  enum Finding implements Coded {
    PROBLEMS,
    FACTS,
    STALE,
    UNTRANSLATED,
    ORPHAN,
    EDITED,
    UNCERTAIN,
    REPORT,
    CHECK,
    GIT
  }

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--fail-on", paramLabel = "WHAT", split = ",")
  private Set<Finding> failOn = new LinkedHashSet<>(Set.of(Finding.PROBLEMS));

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Finding, List<CheckReport.Place>> places = new EnumMap<>(Finding.class);
  private final List<GlossaryContradiction> contradictions = new ArrayList<>();
  private long documents;
  private long sections;

  @Override
  public Integer call() {
    EnumSet.complementOf(EnumSet.of(Finding.PROBLEMS, Finding.GIT))
        .forEach(each -> places.put(each, new ArrayList<>()));
    try (Archive archive = root.openReadOnly()) {
      problems.addAll(ArchiveScan.of(archive, Clock.systemUTC(), this::look));
      lookAtGlossary(archive);
      problems.addAll(People.of(archive.root(), Clock.systemUTC()).problems());
    }
    if (failOn.contains(Finding.GIT)) {
      problems.addAll(GitCheck.problems(root.path()));
    }
    var report = new CheckReport(documents, sections, problems, places, contradictions);
    print(json ? List.of(report.json()) : report.lines());
    return exitCode(failOn.stream().noneMatch(report::found));
  }

  /** Contradictions are for information: they make no exit code. */
  private void lookAtGlossary(Archive archive) {
    try {
      GlossarySnapshot glossary = GlossarySnapshot.of(archive);
      problems.addAll(glossary.problems());
      contradictions.addAll(GlossaryContradiction.of(glossary.entries()));
    } catch (FileAccessException e) {
      problems.add(SideFileReader.unreadable(e));
    }
  }

  private void look(LiveDocument document) {
    documents++;
    sections += document.progress().total().sections();
    problems.addAll(document.problems());
    DocumentChecks ofDocument = new DocumentChecks(document);
    for (TrackedSection section : document.sections()) {
      for (FailedCheck failed : ofDocument.open(section)) {
        add(Finding.CHECK, CheckReport.Place.failing(document, section, failed));
      }
      CheckReport.Place place = CheckReport.Place.of(document, section);
      look(section, document.originalElsewhere(), place);
      section.pendingReports().forEach(report -> add(Finding.REPORT, place.reported(report)));
    }
  }

  private void look(TrackedSection tracked, boolean originalElsewhere, CheckReport.Place place) {
    SectionStatus status = tracked.sectionStatus();
    Change change = status.change();
    boolean isStale = status.freshness() == Freshness.STALE;
    boolean isUntranslated = status.state() == State.UNTRANSLATED && !status.isLeftOut();
    addIf(isStale, Finding.STALE, place);
    addIf(isStale && change != null && change.grade() == ChangeClass.FACTS, Finding.FACTS, place);
    addIf(status.freshness() == Freshness.ORPHAN, Finding.ORPHAN, place);
    addIf(status.reason() instanceof StateReason.EditedOutside, Finding.EDITED, place);
    addIf(isUntranslated && tracked.isCounted(originalElsewhere), Finding.UNTRANSLATED, place);
    addIf(tracked.section().alignment().confidence() < CERTAIN, Finding.UNCERTAIN, place);
  }

  private void addIf(boolean isFound, Finding finding, CheckReport.Place place) {
    if (isFound) {
      add(finding, place);
    }
  }

  private void add(Finding finding, CheckReport.Place place) {
    places.computeIfAbsent(finding, key -> new ArrayList<>()).add(place);
  }
}
