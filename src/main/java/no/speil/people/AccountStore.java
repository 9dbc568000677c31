package no.speil.people;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import no.speil.archive.FileStamp;
import no.speil.archive.PrivateFile;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.people.Accounts.MalformedAccountsException;
import org.jspecify.annotations.Nullable;

/**
 * The file of the accounts, read again when it has changed. If it cannot be read, the accounts that
 * were known last stay, and none are where none were: then nobody signs in. Thread-safe.
 */
final class AccountStore {
  private final PrivateFile file;
  private @Nullable FileStamp stamp;
  private long readMillis;
  private Accounts accounts = Accounts.none();
  private @Nullable Problem failure;

  AccountStore(PrivateFile file) {
    this.file = file;
  }

  /** The accounts as the file has them now. */
  synchronized Accounts accounts() {
    FileStamp now = file.stamp().orElse(null);
    boolean isUnchanged =
        now == null ? stamp == null : now.equals(stamp) && !now.isTooYoungToTrust(readMillis);
    if (!isUnchanged) {
      stamp = now;
      take();
    }
    return accounts;
  }

  /** Whether people sign in with accounts here, even if none can be read just now. */
  synchronized boolean isUsed() {
    Accounts known = accounts();
    return stamp != null && (failure != null || !known.isEmpty());
  }

  /** Whether a keeper can sign in with a password or a token, as far as the file can be read. */
  synchronized boolean hasKeeper() {
    return isUsed()
        && (failure != null
            || accounts.all().stream()
                .anyMatch(each -> each.role() == Role.KEEPER && each.isOpen() && !each.isUnused()));
  }

  private void take() {
    readMillis = System.currentTimeMillis();
    try {
      accounts =
          file.read().map(text -> Accounts.parse(text, file.name())).orElseGet(Accounts::none);
      failure = null;
    } catch (MalformedAccountsException e) {
      failure = unreadable(e.line(), String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      failure = unreadable(0, String.valueOf(cause.getMessage()));
    }
  }

  private Problem unreadable(int line, String why) {
    return Problem.of(file.name(), line, Problem.Kind.ACCOUNTS_UNREADABLE, why);
  }

  /**
   * Changes the accounts as the file has them.
   *
   * @throws MalformedAccountsException if it cannot be read; it is then as it was
   * @throws UncheckedIOException if the disk refuses; it is then as it was
   */
  void change(UnaryOperator<Accounts> change) {
    file.change(
        text -> {
          Accounts before =
              text.map(each -> Accounts.parse(each, file.name())).orElseGet(Accounts::none);
          return change.apply(before).text();
        });
    accounts();
  }

  /** What a keeper should put right. */
  synchronized List<Problem> problems() {
    var problems = new ArrayList<>(accounts().problems());
    if (failure != null) {
      problems.add(failure);
    }
    if (file.isOpenToOthers()) {
      problems.add(Problem.of(file.name(), 0, Problem.Kind.ACCOUNTS_READABLE_BY_OTHERS));
    }
    return problems;
  }
}
