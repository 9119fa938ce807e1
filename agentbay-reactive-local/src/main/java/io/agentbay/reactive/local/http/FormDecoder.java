package io.agentbay.reactive.local.http;

import io.agentbay.reactive.local.core.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Query and body of a call as one flat map of fields. Lists stay as they were flattened ({@code Name.1}); an empty
 * value stays empty. A field given twice with two values is refused, because any choice between them would be a guess.
 */
final class FormDecoder {

    private static final int MAX_FIELDS = 1_000;

    private final Map<String, String> fields = new LinkedHashMap<>();

    private FormDecoder() {}

    static Map<String, String> merge(String query, byte[] body) {
        FormDecoder decoder = new FormDecoder();
        decoder.add(query.getBytes(StandardCharsets.UTF_8));
        decoder.add(body);
        return Collections.unmodifiableMap(decoder.fields);
    }

    private void add(byte[] encoded) {
        int from = 0;
        while (from < encoded.length) {
            int to = indexOf(encoded, '&', from, encoded.length);
            if (to > from) {
                addPair(encoded, from, to);
            }
            from = to + 1;
        }
    }

    private void addPair(byte[] encoded, int from, int to) {
        int equals = indexOf(encoded, '=', from, to);
        String name = PercentDecoder.decode(encoded, from, equals);
        String value = equals == to ? "" : PercentDecoder.decode(encoded, equals + 1, to);
        if (name.isEmpty()) {
            throw new ServiceError(400, "InvalidParameter", "A field has no name.");
        }
        String earlier = fields.putIfAbsent(name, value);
        if (earlier != null && !earlier.equals(value)) {
            throw new ServiceError(
                    400, "InvalidParameter", "The field " + name + " is given twice with different values.");
        }
        if (fields.size() > MAX_FIELDS) {
            throw new ServiceError(400, "InvalidParameter", "A request has more than " + MAX_FIELDS + " fields.");
        }
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
