package no.speil.web.admin;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import no.speil.web.http.Monitoring;

/** {@code /metrics}, for those who may read it; for everybody else there is no such address. */
public final class MetricsPage {
  private final Metrics metrics;
  private final Monitoring monitoring;

  public MetricsPage(Metrics metrics, Monitoring monitoring) {
    this.metrics = metrics;
    this.monitoring = monitoring;
  }

  public void show(Context context) {
    if (!monitoring.mayReadMetrics(context)) {
      throw new NotFoundResponse();
    }
    context.header("Cache-Control", "no-store");
    context.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }
}
