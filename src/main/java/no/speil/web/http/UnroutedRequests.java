package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that reach no route: malformed ones, and those outside the site path. */
public final class UnroutedRequests extends Handler.Abstract.NonBlocking {
  private final String base;

  public UnroutedRequests(String base) {
    this.base = base;
  }

  /** Answers what Jetty refuses: malformed HTTP, an invalid URI, or too much of it. */
  public boolean malformed(Request request, Response response, Callback callback) {
    int status = Math.max(400, response.getStatus());
    String how = status == 414 || status == 431 ? "too long" : "malformed";
    String detail = "The address or the headers are %s.".formatted(how);
    String problem = problem("bad-request", "The request cannot be read", status, detail);
    return send(response, status, problem, callback);
  }

  /** Leads from the top of the host to the home page; elsewhere there is nothing. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (Request.getPathInContext(request).equals("/")) {
      response.getHeaders().put("Location", base + "/");
      return send(response, HttpStatus.FOUND_302, "", callback);
    }
    String detail = "All addresses of this server begin with %s/.".formatted(base);
    String problem = problem("not-found", "There is nothing at this address", 404, detail);
    return send(response, 404, problem, callback);
  }

  private String problem(String code, String title, int status, String detail) {
    return "{\"type\":\"%s/help#%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(base, code, title, status, detail);
  }

  private static boolean send(Response response, int status, String problem, Callback callback) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", ProblemDetails.MEDIA_TYPE);
    headers.put("Cache-Control", "no-cache");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'");
    response.write(true, ByteBuffer.wrap(problem.getBytes(UTF_8)), callback);
    return true;
  }
}
