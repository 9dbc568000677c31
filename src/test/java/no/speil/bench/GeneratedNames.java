package no.speil.bench;

/** Names that nobody has, one for each number, so that a vocabulary can grow without end. */
final class GeneratedNames {
  private static final String[] FIRST = {
    "Var", "Sku", "Bran", "Ei", "Tor", "Lin", "Ask", "Gjer", "Hol", "Rau", "Sol", "Vik", "Øy", "Ål",
    "Njar", "Kvi", "Dyr", "Fjel", "Has", "Mjø", "Stei", "Ten", "Ul", "Ves", "Yn"
  };
  private static final String[] MIDDLE = {
    "da", "le", "ri", "mo", "ne", "sta", "vi", "ka", "ru", "ta", "gå", "by", "fe", "hø", "ju", "pi",
    "so", "dra", "ski", "lu"
  };
  private static final String[] LAST = {
    "stad", "heim", "vang", "nes", "dal", "bø", "rud", "set", "land", "fjord", "holt", "lid"
  };

  private GeneratedNames() {}

  static String of(int number) {
    int left = Math.floorMod(number, FIRST.length * LAST.length);
    var name = new StringBuilder(FIRST[left % FIRST.length]);
    for (int rest = number / (FIRST.length * LAST.length); rest > 0; rest /= MIDDLE.length) {
      name.append(MIDDLE[rest % MIDDLE.length]);
    }
    return name.append(LAST[left / FIRST.length]).toString();
  }
}
