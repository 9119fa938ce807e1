package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * Pages by token, the newest entry first: the number of the last entry shown, or a plain offset where the model lets pages
 * shift. What comes while somebody pages is not shown to him.
 */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(NavigableMap<Long, T> all, Predicate<T> filter, PageRequest request, boolean shifting) {
        List<Map.Entry<Long, T>> matching = new ArrayList<>();
        for (Map.Entry<Long, T> entry : all.descendingMap().entrySet()) {
            if (filter.test(entry.getValue())) {
                matching.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        long from = request.token();
        List<Map.Entry<Long, T>> rest = shifting
                ? matching.subList((int) Math.min(from, matching.size()), matching.size())
                : matching.stream().filter(e -> from == 0 || e.getKey() < from).toList();
        List<Map.Entry<Long, T>> shown = rest.subList(0, Math.min(request.max(), rest.size()));
        long next = shifting || shown.isEmpty()
                ? from + shown.size()
                : shown.get(shown.size() - 1).getKey();
        String token = shown.size() == rest.size() ? "" : Long.toString(next, 36);
        return new Page<>(shown.stream().map(Map.Entry::getValue).toList(), token, matching.size(), request.max());
    }

    /** One page and the token of the next, empty on the last. */
    record Page<T>(List<T> items, String nextToken, int total, int max) {

        ServiceReply reply(List<?> data) {
            return ServiceReply.ok(data)
                    .with("MaxResults", max)
                    .with("NextToken", nextToken)
                    .with("TotalCount", total);
        }
    }

    /** Where a page begins and how long it is. */
    record PageRequest(long token, int max) {

        private static long number(String token) {
            try {
                long number = Long.parseLong(token, 36);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException refusedBelow) {
                throw ServiceError.invalid("NextToken", "is not a token of this service");
            }
            throw ServiceError.invalid("NextToken", "is not a token of this service");
        }

        static PageRequest of(Fields fields) {
            String token = fields.find("NextToken").orElse("0");
            return new PageRequest(number(token), fields.positive("MaxResults", 10));
        }
    }
}
