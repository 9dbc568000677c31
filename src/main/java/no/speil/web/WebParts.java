package no.speil.web;

import java.time.Clock;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.AdmissionControl;
import no.speil.web.http.Json;
import no.speil.web.http.RateLimiter;
import no.speil.web.http.ReporterAuth;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.UserNames;
import no.speil.web.http.WriterAuth;
import no.speil.web.page.Assets;
import no.speil.web.page.PageRenderer;
import no.speil.web.page.PageShells;

/** What the routes share. */
record WebParts(
    AdmissionControl admission,
    AccessPolicy access,
    UserNames names,
    WriterAuth writers,
    ReporterAuth reporters,
    Json json,
    PageRenderer pages,
    Assets assets,
    PageShells pageShells) {

  static WebParts of(ServerSettings settings, boolean archiveReadOnly) {
    var access = new AccessPolicy(settings, archiveReadOnly);
    var names = new UserNames(settings.as());
    var assets = new Assets();
    return new WebParts(
        AdmissionControl.standard(),
        access,
        names,
        new WriterAuth(access, names),
        new ReporterAuth(access, names, RateLimiter.standard(Clock.systemUTC())),
        new Json(),
        new PageRenderer(),
        assets,
        new PageShells(access, names, assets, settings));
  }
}
