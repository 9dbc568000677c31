package no.speil.web.admin;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import no.speil.web.http.Monitoring;

/** {@code /metrics}, for those who may read it; for everybody else there is no such address. */
public final class MetricsPage {
  private final Metrics metrics;
  private final Monitoring monitoring;
  private final boolean isPublic;

  /**
   * @param isPublic whether readers come through a proxy
   */
  public MetricsPage(Metrics metrics, Monitoring monitoring, boolean isPublic) {
    this.metrics = metrics;
    this.monitoring = monitoring;
    this.isPublic = isPublic;
  }

  public void show(Context context) {
    if (!monitoring.mayReadMetrics(context, isPublic)) {
      throw new NotFoundResponse();
    }
    context.header("Cache-Control", "no-store");
    context.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }
}
