package io.bilet.journey.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bilet.journey.DeskDriver;
import io.bilet.journey.Journey;
import io.bilet.journey.Suite;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** C36: bytes that two readers could read as different requests are one request, refused, and the connection ends. */
@Journey
class C36RawSocketsIT {

    private static final String HOST = "Host: desk.example\r\n";
    private static final String POST = "POST /api/v1/tickets HTTP/1.1\r\n" + HOST;
    private static final String GET = "GET /api/v1/openapi.json HTTP/1.1\r\n";

    /** What would be answered if it were taken for a request of its own. */
    private static final String HIDDEN = "GET /api/v1/me HTTP/1.1\r\n" + HOST + "\r\n";

    @Test
    void c36_a_request_with_two_readings_gets_one_answer_at_most_and_no_other_after_it() throws Exception {
        SoftAssertions all = new SoftAssertions();

        heard(ambiguous()).forEach((attack, heard) -> {
            all.assertThat(heard.statuses()).as("%s:%n%s", attack, heard.text()).hasSizeLessThanOrEqualTo(1);
            all.assertThat(heard.closed())
                    .as("%s is followed by the end of the connection", attack)
                    .isTrue();
            all.assertThat(heard.statuses()).as(attack).allMatch(status -> status >= 400 && status < 500);
        });

        all.assertAll();
    }

    /** Two readings are possible only for somebody who passes the fold over; we join the lines (RFC 9112 §5.2). */
    @Test
    void c36_a_folded_line_is_one_line() {
        RawExchange heard = RawExchange.of(POST + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n");

        assertThat(heard.statuses()).as(heard.text()).hasSize(1).allMatch(status -> status >= 400 && status < 500);
    }

    @Test
    void c36_a_malformed_request_is_refused_without_a_word_about_the_server() throws Exception {
        SoftAssertions all = new SoftAssertions();

        heard(malformed()).forEach((attack, heard) -> {
            all.assertThat(heard.statuses())
                    .as("%s:%n%s", attack, heard.text())
                    .allMatch(status -> status >= 400 && status < 500);
            all.assertThat(heard.text().toLowerCase(java.util.Locale.ROOT))
                    .as(attack)
                    .doesNotContain("undertow", "wildfly", "jboss", "exception", "java.");
        });

        all.assertAll();
    }

    @Test
    void c36_whatever_name_a_client_calls_us_by_stands_in_no_answer() throws Exception {
        SoftAssertions all = new SoftAssertions();

        heard(hosts())
                .forEach((attack, heard) ->
                        all.assertThat(heard.text()).as(attack).doesNotContain("evil.example"));

        all.assertAll();
    }

    @Test
    void c36_slow_clients_do_not_keep_others_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = RawExchange.open(1_000);
                String beginning =
                        i % 2 == 0 ? POST : POST + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }

            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(DeskDriver.asAdmin().tryGet("me").status()).isEqualTo(200);
            }
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(5_000);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Map<String, String> ambiguous() {
        Map<String, String> attacks = new LinkedHashMap<>();
        String chunked = "Transfer-Encoding: chunked\r\n";
        attacks.put("a length and chunks", POST + "Content-Length: 5\r\n" + chunked + "\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("chunks and a length", POST + chunked + "Content-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("two lengths", POST + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + HIDDEN);
        attacks.put("two lengths in one", POST + "Content-Length: 0, 44\r\n\r\n" + HIDDEN);
        attacks.put("a signed length", POST + "Content-Length: +0\r\n\r\n" + HIDDEN);
        attacks.put("a negative length", POST + "Content-Length: -1\r\n\r\n" + HIDDEN);
        attacks.put("a hexadecimal length", POST + "Content-Length: 0x0\r\n\r\n" + HIDDEN);
        attacks.put("an endless length", POST + "Content-Length: 99999999999999999999\r\n\r\n" + HIDDEN);
        attacks.put("unknown coding", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("chunked is not last", POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("coding twice", POST + "Transfer-Encoding: identity\r\n" + chunked + "\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a blank before the colon", POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a blank before the name", POST + " Content-Length: 0\r\n\r\n" + HIDDEN);
        attacks.put("a NUL in a name", POST + "Content\0-Length: 0\r\n\r\n" + HIDDEN);
        attacks.put("a NUL in a value", POST + "X-One: a\0b\r\n\r\n" + HIDDEN);
        attacks.put("a bare CR in a value", POST + "X-One: a\rContent-Length: 0\r\n\r\n" + HIDDEN);
        attacks.put("three CR", GET + HOST + "\r\r\r" + HIDDEN);
        attacks.put("a chunk too long to count", POST + chunked + "\r\nFFFFFFFFFFFFFFFFF\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a negative chunk", POST + chunked + "\r\n-1\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a chunk without its end", POST + chunked + "\r\n1\r\nABC0\r\n\r\n" + HIDDEN);
        attacks.put(
                "unknown coding at a page",
                "POST /docs/start.js HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a broken chunk of somebody signed in", signedIn() + chunked + "\r\n-1\r\n\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("chunks in HTTP/1.0", POST.replace("1.1", "1.0") + chunked + "\r\n0\r\n\r\n" + HIDDEN);
        attacks.put("a space in the target", "GET /api/v1/openapi.json /x HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put("two hosts", GET + HOST + HOST + "\r\n");
        attacks.put("no host", GET + "\r\n");
        return attacks;
    }

    private static String signedIn() {
        return POST + "Content-Type: application/json\r\nAuthorization: Bearer "
                + Suite.current().tokens().admin() + "\r\n";
    }

    private static Map<String, String> malformed() {
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put(
                "an endless chunk extension",
                POST + "Transfer-Encoding: chunked\r\n\r\n1;" + "a".repeat(200_000) + "\r\nA\r\n0\r\n\r\n");
        attacks.put("no HTTP", "\0\1\2\3\r\n\r\n");
        attacks.put("a header as long as a book", GET + HOST + "X-Long: " + "a".repeat(100_000) + "\r\n\r\n");
        attacks.put("a thousand headers", GET + HOST + "X-One: a\r\n".repeat(1_000) + "\r\n");
        attacks.put("a target as long as a book", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put(
                "ten thousand parameters",
                "GET /api/v1/tickets?" + "a=b&".repeat(10_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put("a method nobody knows", "PWN /api/v1/me HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put("trace", "TRACE /api/v1/me HTTP/1.1\r\n" + HOST + "X-Secret: canary\r\n\r\n");
        attacks.put("connect", "CONNECT desk.example:443 HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put("an escape that is none", "GET /api/v1/%zz HTTP/1.1\r\n" + HOST + "\r\n");
        attacks.put("a NUL in the target", "GET /api/v1/me%00 HTTP/1.1\r\n" + HOST + "\r\n");
        return attacks;
    }

    private static Map<String, String> hosts() {
        Map<String, String> attacks = new LinkedHashMap<>();
        for (String host :
                List.of("evil.example", "evil.example:80", "desk.example@evil.example", "evil.example/../x")) {
            attacks.put(host, "GET /api/v1/me HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            attacks.put(host + " at the door", "GET /docs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        }
        attacks.put(
                "a whole address",
                "GET http://evil.example/api/v1/me HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        for (String header : List.of("X-Forwarded-Host", "X-Host", "X-Original-Host", "X-Rewrite-URL")) {
            attacks.put(
                    header, "GET /docs HTTP/1.1\r\n" + HOST + header + ": evil.example\r\nConnection: close\r\n\r\n");
        }
        attacks.put(
                "Forwarded",
                "GET /docs HTTP/1.1\r\n" + HOST + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        return attacks;
    }

    /** All at once, because most of the time is spent waiting for a second answer that must not come. */
    private static Map<String, RawExchange> heard(Map<String, String> attacks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Map<String, Future<RawExchange>> pending = new LinkedHashMap<>();
            attacks.forEach((name, sent) -> pending.put(name, threads.submit(() -> RawExchange.of(sent))));
            Map<String, RawExchange> heard = new LinkedHashMap<>();
            for (Map.Entry<String, Future<RawExchange>> one : pending.entrySet()) {
                heard.put(one.getKey(), one.getValue().get());
            }
            return heard;
        } finally {
            threads.shutdownNow();
        }
    }
}
