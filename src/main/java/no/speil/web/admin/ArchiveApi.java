package no.speil.web.admin;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.library.catalogue.Catalogue.ArchiveCounts;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.messages.ProblemLine;
import no.speil.web.document.ProgressJson;
import no.speil.web.http.Json;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** Progress and problems of the archive and the health of the server, for programs. */
public final class ArchiveApi {
  private final SiteContext site;

  public ArchiveApi(SiteContext site) {
    this.site = site;
  }

  public void progress(Context context) {
    Readiness readiness = site.library().sync().readiness();
    ArchiveCounts counts = site.library().counts();
    List<FolderJson> folders =
        site.catalogue().browse().progress().stream()
            .map(
                folder ->
                    new FolderJson(
                        folder.folder(), folder.documents(), ProgressJson.of(folder.progress())))
            .toList();
    var json =
        new ArchiveJson(
            counts.documents(),
            counts.sections(),
            counts.problems(),
            ProgressJson.of(counts.progress()),
            folders,
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness));
    Json.write(context, json);
  }

  public void problems(Context context) {
    Readiness readiness = site.library().sync().readiness();
    List<Problem> problems = site.problems();
    var json =
        new ProblemsJson(
            problems.size(),
            ProblemLine.all(Messages.ENGLISH, problems, context.contextPath()),
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness));
    Json.write(context, json);
  }

  public void alive(Context context) {
    Readiness readiness = site.library().sync().readiness();
    ArchiveCounts counts = site.library().counts();
    var json =
        new AliveJson(
            true, counts.documents(), counts.sections(), counts.problems(), readiness.counted());
    Json.write(context, json);
  }

  public void ready(Context context) {
    Readiness readiness = site.library().sync().readiness();
    ArchiveCounts counts = site.library().counts();
    Duration remaining = readiness.remaining();
    boolean isReady = readiness.complete() && site.library().sync().loss().isEmpty();
    context.status(isReady ? 200 : 503);
    if (!isReady) {
      context.header("Retry-After", "1");
    }
    var json =
        new ReadyJson(
            isReady,
            readiness.done(),
            readiness.total(),
            remaining == null ? null : remaining.toSeconds(),
            counts.documents(),
            counts.sections(),
            counts.problems());
    Json.write(context, json);
  }

  /**
   * Progress of the archive.
   *
   * @param exact whether the whole archive is indexed
   */
  record ArchiveJson(
      long documents,
      long sections,
      long problems,
      ProgressJson progress,
      List<FolderJson> folders,
      boolean exact,
      List<String> notices) {}

  /** Progress of a folder and everything below it. */
  record FolderJson(String folder, long documents, ProgressJson progress) {}

  /**
   * Problems to fix.
   *
   * @param exact whether the whole archive is indexed
   */
  record ProblemsJson(int total, List<ProblemLine> problems, boolean exact, List<String> notices) {}

  /**
   * The server answers; what it holds.
   *
   * @param exact whether the counts are of the whole archive
   */
  record AliveJson(boolean alive, long documents, long sections, long problems, boolean exact) {}

  /**
   * Whether the index is complete and its documents can be had, and its progress if not.
   *
   * @param done documents read in the run that is under way, or in the last one
   * @param total documents to read in that run
   * @param secondsLeft an estimate; null if nothing is to be read, and in the first seconds
   */
  record ReadyJson(
      boolean ready,
      long done,
      long total,
      @Nullable Long secondsLeft,
      long documents,
      long sections,
      long problems) {}
}
