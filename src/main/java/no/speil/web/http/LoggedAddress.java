package no.speil.web.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address as it may be logged: the values of parameters that are secrets are left out. */
final class LoggedAddress {
  private static final Pattern SECRET =
      Pattern.compile(
          "(token|invitation|password|secret|code|key)[^&=]*=", Pattern.CASE_INSENSITIVE);

  /** As often an address may be encoded within another. */
  private static final int DEPTH = 3;

  private LoggedAddress() {}

  /** Null where there is none. */
  static @Nullable String of(@Nullable String address) {
    if (address == null) {
      return null;
    }
    int query = address.indexOf('?');
    int fragment = address.indexOf('#');
    if (fragment >= 0) {
      return of(address.substring(0, fragment));
    }
    if (query < 0) {
      return address;
    }
    return Arrays.stream(address.substring(query + 1).split("&", -1))
        .map(LoggedAddress::parameter)
        .collect(Collectors.joining("&", address.substring(0, query + 1), ""));
  }

  private static String parameter(String parameter) {
    String decoded = parameter;
    for (int depth = 0; depth < DEPTH; depth++) {
      decoded = decoded(decoded);
      if (SECRET.matcher(decoded).find()) {
        int value = parameter.indexOf('=');
        return (value < 0 ? "" : parameter.substring(0, value + 1)) + "***";
      }
    }
    return parameter;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a sign of percent that encodes nothing
    }
  }
}
