package io.kollega.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a sheet as a person sees them. Where the format leaves it open, dates are written as
 * in Russia and years with four digits, and numbers in full, without signs between thousands.
 */
final class SheetNumbers {
    /** A spreadsheet keeps fifteen digits; what stands behind them comes from binary fractions. */
    private static final MathContext KEPT = new MathContext(15);

    private static final int GENERAL = 0;
    private static final int DATE_OF_THE_COUNTRY = 14;
    private static final int DATE_AND_TIME_OF_THE_COUNTRY = 22;

    /** A colour, a country, or a condition; blanks as wide as a letter; literal characters. */
    private static final Pattern NOT_SHOWN = Pattern.compile("\\[[^\\]]*]|[_*].|[\"\\\\]");

    private static final Pattern PART =
            Pattern.compile("([dmyhs])\\1*|[^dmyhs]", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN_DATE =
            Pattern.compile(
                    "(d{1,2}|m{1,2}|y{2,4}|h{1,2}|s{1,2}|[ ./,:T-])+", Pattern.CASE_INSENSITIVE);

    private final StylesTable styles;
    private final boolean from1904;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final Map<String, DateTimeFormatter> dates = new HashMap<>();

    /** Names of months and days are written in many languages and read in none. */
    private static final Pattern NAMED = Pattern.compile("d{3}|m{3}", Pattern.CASE_INSENSITIVE);

    SheetNumbers(StylesTable styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    String shown(String written, @Nullable String style) {
        BigDecimal exact = new BigDecimal(written.strip());
        double value = exact.doubleValue();
        int index = GENERAL;
        String format = "General";
        if (style != null) {
            XSSFCellStyle known = styles.getStyleAt(Integer.parseInt(style));
            index = known.getDataFormat();
            String own = known.getDataFormatString();
            format = own == null ? format : own;
        }
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            return date(value, index, format);
        }
        if (index == GENERAL || format.equals("General") || format.equals("@")) {
            BigDecimal kept = exact.round(KEPT).stripTrailingZeros();
            return kept.signum() == 0 ? "0" : kept.toPlainString();
        }
        return formatter.formatRawCellContents(value, -1, format.replace(",", "")).strip();
    }

    private String date(double value, int index, String format) {
        LocalDateTime at = DateUtil.getLocalDateTime(value, from1904, true);
        if (index == DATE_OF_THE_COUNTRY) {
            return at.format(dates.computeIfAbsent("dd.MM.uuuu", DateTimeFormatter::ofPattern));
        }
        if (index == DATE_AND_TIME_OF_THE_COUNTRY) {
            return at.format(
                    dates.computeIfAbsent("dd.MM.uuuu HH:mm", DateTimeFormatter::ofPattern));
        }
        String shown = NOT_SHOWN.matcher(format.split(";", 2)[0]).replaceAll("").strip();
        if (PLAIN_DATE.matcher(shown).matches() && !NAMED.matcher(shown).find()) {
            return at.format(dates.computeIfAbsent(shown, SheetNumbers::pattern));
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.format(
                        dates.computeIfAbsent("uuuu-MM-dd HH:mm:ss", DateTimeFormatter::ofPattern));
    }

    /** An m after hours or before seconds is minutes; a year is written in full. */
    private static DateTimeFormatter pattern(String shown) {
        StringBuilder pattern = new StringBuilder();
        char before = ' ';
        Matcher part = PART.matcher(shown);
        while (part.find()) {
            String it = part.group().toLowerCase(Locale.ROOT);
            char letter = it.charAt(0);
            switch (letter) {
                case 'd' -> pattern.append(it);
                case 'y' -> pattern.append("uuuu");
                case 'h' -> pattern.append(it.toUpperCase(Locale.ROOT));
                case 's' -> pattern.append(it);
                case 'm' ->
                        pattern.append(
                                before == 'h' || beforeSeconds(shown, part.end())
                                        ? it
                                        : it.toUpperCase(Locale.ROOT));
                default -> pattern.append(letter == 't' ? "'T'" : part.group());
            }
            if (Character.isLetter(letter) && letter != 't') {
                before = letter;
            }
        }
        return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT);
    }

    private static boolean beforeSeconds(String shown, int end) {
        return shown.substring(end).toLowerCase(Locale.ROOT).matches("[^a-z]*s.*");
    }
}
