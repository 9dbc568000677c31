package no.speil.web.admin;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import no.speil.corpus.text.SpeilVersion;
import no.speil.git.GitSync;
import no.speil.library.Library;
import no.speil.search.Waiting;
import no.speil.web.http.Monitoring;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus is told at {@code /metrics}: requests by method, route and status with their
 * durations, what the archive holds, how far the index is, and the Java machine. Names no document
 * and nobody. Thread-safe.
 */
public final class Metrics {
  /** Anybody can invent others, and each would be kept. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

  private final SiteContext site;
  private final Monitoring monitoring;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final Histogram requests =
      Histogram.builder()
          .name("speil_http_request_duration_seconds")
          .help("Time from a request to the end of its answer; route none: no such address.")
          .unit(Unit.SECONDS)
          .labelNames("method", "route", "status")
          .classicOnly()
          .classicUpperBounds(0.005, 0.02, 0.1, 0.5, 2, 10)
          .withoutExemplars()
          .register(registry);

  /**
   * @param site with the whole archive, not only its public part
   */
  public Metrics(SiteContext site, Monitoring monitoring) {
    this.site = site;
    this.monitoring = monitoring;
    Info.builder()
        .name("speil_build_info")
        .help("Which build of Speil this is.")
        .labelNames("version")
        .register(registry)
        .setLabelValues(SpeilVersion.VERSION);
    gauge("speil_documents", "Documents in the archive.", all -> all.counts().documents());
    gauge("speil_sections", "Sections in the archive.", all -> all.counts().sections());
    gauge("speil_problems", "Problems for a keeper.", any -> site.problems().size());
    gauge(
        "speil_index_complete",
        "1 if every file has been read and is in the index, else 0.",
        all -> all.sync().readiness().complete() ? 1 : 0);
    gauge(
        "speil_index_documents_done",
        "Documents looked at in the run that is under way, or in the last one.",
        all -> all.sync().readiness().done());
    gauge(
        "speil_index_documents_to_do",
        "Documents to look at in that run; 0 where that is not known yet.",
        all -> all.sync().readiness().total());
    gauge(
        "speil_last_look_age_seconds",
        "Time since the last look through all files ended.",
        all -> all.sync().sinceLook().map(age -> age.toMillis() / 1e3).orElse(Double.NaN));
    gauge(
        "speil_reports_waiting",
        "Reports of readers that nobody has decided on.",
        all -> all.sync().readiness().complete() ? all.inbox().count(Waiting.REPORT) : Double.NaN);
    gauge(
        "speil_disk_free_bytes",
        "Room on the disk that the archive is on.",
        all -> all.archive().root().toFile().getUsableSpace());
    CounterWithCallback.builder()
        .name("speil_failed_writes_total")
        .help("Writes to originals, translations, records and the glossary that the disk refused.")
        .callback(callback -> callback.call((double) site.library().archive().failedWrites()))
        .register(registry);
  }

  /** Tells of an archive's commits, too. */
  public void watch(GitSync git) {
    gauge(
        "speil_git_commits_waiting",
        "Commits that the remote does not have yet.",
        any -> git.status().waiting());
    gauge(
        "speil_git_problems",
        "What keeps the archive from being committed, merged or pushed.",
        any -> git.status().problems().size());
  }

  private void gauge(String name, String help, ToDoubleFunction<Library> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(site.library())))
        .register(registry);
  }

  /** Counts a request that has been answered. */
  public void count(Context context, Float millis) {
    String method = context.req().getMethod();
    @Nullable Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    requests
        .labelValues(
            METHODS.contains(method) ? method : "other",
            endpoint == null ? "none" : endpoint.path,
            String.valueOf(context.statusCode()))
        .observe(millis / 1e3);
  }

  /**
   * All of it, for those who may read it; for everybody else there is no such address. Java is
   * watched from the first time on.
   */
  public void show(Context context) throws IOException {
    boolean isPublic = site.settings().publicUrl() != null; // readers come through a proxy
    if (!monitoring.mayReadMetrics(context, isPublic)) {
      throw new NotFoundResponse();
    }
    JvmMetrics.builder().register(registry); // once for all requests, and not when it starts
    var text = new ByteArrayOutputStream();
    writer.write(text, registry.scrape());
    context.header("Cache-Control", "no-store");
    context.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(text.toByteArray());
  }
}
