package io.kollega;

import java.util.List;

/** What nobody means, in the forms that it can be sent in. */
final class Rubbish {
    private Rubbish() {}

    /** For texts in an address or a form, where they stand percent-encoded. */
    static final List<String> TEXTS =
            List.of(
                    "",
                    "-1",
                    "a%00b",
                    "%ED%A0%80",
                    "%E2%80%AE%F0%9F%98%80",
                    "99999999999999999999",
                    "9223372036854775807",
                    "999999999-01-01",
                    "%2B999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "9999-12",
                    "31.12.9999",
                    "24:60",
                    "9223372036854775807-9223372036854775807",
                    "253402300799999999-1",
                    "'%22%3C%25_%5C%7B%7D%24(",
                    "a".repeat(6000));

    /** For what is no text: a conversion that is the same everywhere refuses nearly all. */
    static final List<String> TYPED =
            List.of("", "a%00b", "-1", "99999999999999999999", "9223372036854775807", "2199-12-31");

    /** For places in a path. */
    static final List<String> PLACES =
            List.of(
                    "%00",
                    "a%00b",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "9223372036854775807",
                    "%ED%A0%80",
                    "%FF",
                    "999999999-01-01",
                    "9999-12-31",
                    "1900-01-01",
                    "%7B%7D",
                    "..;a=b",
                    "a".repeat(3000));

    /** For places in JSON. */
    static final List<String> JSON =
            List.of(
                    "null",
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "-1",
                    "99999999999999999999",
                    "9223372036854775807",
                    "1e999",
                    "true",
                    "[]",
                    "[null]",
                    "{}",
                    "{\"a\":null}",
                    "\"999999999-01-01\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"" + "a".repeat(5000) + "\"");

    /** For whole bodies. */
    static final List<String> BODIES =
            List.of("", "{", "[]", "null", "\"x\"", "[".repeat(3000), "{\"\\u0000\":1}", "\u0000");

    /** For headers, with what is no ASCII as UTF-8. */
    static final List<String> HEADERS =
            List.of(
                    "",
                    "a\u0000b",
                    "Заявка-15",
                    "\u0001\u007f",
                    "\"",
                    "\"Заявка\"",
                    "-1",
                    "\"99999999999999999999\"",
                    "W/\"9223372036854775808\"",
                    "bytes=99999999999999999999-",
                    "*/*;q=NaN",
                    "a/b/c;;;=",
                    "text/html;charset=нет",
                    "multipart/form-data; boundary=\"Ы",
                    "application/json;charset=x-none",
                    "application/x-www-form-urlencoded;charset=x-none",
                    "Bearer ",
                    "Bearer Заявка",
                    "Basic AAAA",
                    "ru-Ы;q=9",
                    "x-".repeat(500) + ";q=1",
                    "Thu, 99 Foo 99999 99:99:99 GMT",
                    "http://[::bad/%zz?%00",
                    "a".repeat(5000));

    /** For what follows a path. */
    static final List<String> QUERIES =
            List.of(
                    "%",
                    "%zz",
                    "a=%00",
                    "%00=a",
                    "%CD%B8=a",
                    "a=%ED%A0%80",
                    "&&&==&",
                    "done=%00&count=-1",
                    "a".repeat(7000),
                    "a=1&".repeat(1500));

    /** For cookies. */
    static final List<String> COOKIES =
            List.of(
                    "",
                    "AAAA",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "0LfQsNGP0LLQutCw",
                    "/////w==",
                    "Заявка",
                    "\"a\\\"b",
                    "%00",
                    "a\u0001b",
                    "=====",
                    "a".repeat(4000));
}
