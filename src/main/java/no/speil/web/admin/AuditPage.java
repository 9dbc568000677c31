package no.speil.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ServerSettings.Setting;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** The end of the audit log, for keepers, where one is kept. */
public final class AuditPage {
  /** So much of the file is read, in bytes. */
  private static final int MOST = 1 << 16;

  private final SiteContext site;

  public AuditPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) throws IOException {
    Setting file =
        site.settings().told().stream()
            .filter(setting -> setting.name().equals("audit-log"))
            .filter(setting -> Files.isRegularFile(Path.of(setting.value())))
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no audit log yet (--audit-log)."));
    var view = new View(site.shell(context, "audit.title"), file.value(), end(file.value()));
    site.show(context, "admin/audit", view);
  }

  private static List<String> end(String file) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(file));
        InputStream in = Channels.newInputStream(channel)) {
      boolean isCut = channel.size() > MOST;
      channel.position(isCut ? channel.size() - MOST : 0);
      List<String> lines = new String(in.readNBytes(2 * MOST), UTF_8).lines().toList();
      return lines.subList(isCut ? 1 : 0, lines.size()).reversed();
    }
  }

  /**
   * The page.
   *
   * @param lines the latest first
   */
  public record View(PageShell shell, String file, List<String> lines) {}
}
