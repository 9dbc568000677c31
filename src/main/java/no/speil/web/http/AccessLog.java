package no.speil.web.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * A line for every request, also for one that could not be read: the combined format of web
 * servers, and the milliseconds. Secrets in addresses are left out; headers but the two of that
 * format are never looked at.
 */
public final class AccessLog implements RequestLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST = 2_000;
  private static final Pattern SECRET =
      Pattern.compile(
          "(token|invitation|password|secret|code|key)[^&=]*=", Pattern.CASE_INSENSITIVE);

  /** What stands in no line as it is. */
  private static final Pattern SPECIAL = Pattern.compile("[^ -~]|[\"\\\\]");

  /** As often an address may be encoded within another. */
  private static final int DEPTH = 3;

  private final Consumer<String> lines;

  public AccessLog(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void log(Request request, Response response) {
    lines.accept(
        "%s - - [%s] \"%s %s %s\" %d %d \"%s\" \"%s\" %d"
            .formatted(
                escaped(sender(request)),
                TIME.format(Instant.ofEpochMilli(Request.getTimeStamp(request))),
                escaped(request.getMethod()),
                escaped(address(request.getHttpURI().getPathQuery())),
                request.getConnectionMetaData().getHttpVersion().asString(),
                response.getStatus(),
                // an answer to HEAD is written as one to GET, and its body is dropped on the way
                "HEAD".equals(request.getMethod()) ? 0 : Response.getContentBytesWritten(response),
                escaped(address(request.getHeaders().get(HttpHeader.REFERER))),
                escaped(request.getHeaders().get(HttpHeader.USER_AGENT)),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime())));
  }

  private static String sender(Request request) {
    return ClientAddress.sender(
        Request.getRemoteAddr(request),
        request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
  }

  /** So that nobody can write a line of their own, or end a quotation. */
  private static String escaped(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "-";
    }
    String cut = text.substring(0, Math.min(text.length(), LONGEST));
    return SPECIAL.matcher(cut).replaceAll(AccessLog::escaped);
  }

  private static String escaped(MatchResult special) {
    String found = special.group();
    boolean isAscii = found.equals("\"") || found.equals("\\");
    String escaped = isAscii ? "\\" + found : "\\u%04X".formatted(found.codePointAt(0));
    return Matcher.quoteReplacement(escaped);
  }

  /** The address without the values of parameters that are secrets; empty where there is none. */
  private static String address(@Nullable String address) {
    String[] parts = Objects.requireNonNullElse(address, "").split("#", 2)[0].split("\\?", 2);
    return parts.length == 1
        ? parts[0]
        : Arrays.stream(parts[1].split("&", -1))
            .map(AccessLog::parameter)
            .collect(Collectors.joining("&", parts[0] + "?", ""));
  }

  /** Its value is left out where a name in it is one of secrets, however often that is encoded. */
  private static String parameter(String parameter) {
    boolean isSecret =
        Stream.iterate(parameter, each -> QueryParams.decode(each).orElse(each))
            .limit(1 + DEPTH)
            .anyMatch(each -> SECRET.matcher(each).find());
    return isSecret ? parameter.replaceFirst("(?<==).*|^[^=]*$", "***") : parameter;
  }
}
