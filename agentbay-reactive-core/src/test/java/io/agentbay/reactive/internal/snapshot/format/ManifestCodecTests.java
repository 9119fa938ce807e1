package io.agentbay.reactive.internal.snapshot.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentbay.reactive.internal.json.JsonCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests as somebody else may have made them. */
class ManifestCodecTests {

    private static final String HEAD =
            "{'format':'agentbay-snapshot','version':1,'id':'20261124T030000000Z-0000000000000001',"
                    + "'context':'c-1','name':'v1','createdAt':'2026-11-24T03:00:00Z','files':1,'bytes':30,'storedBytes':9,"
                    + "'consistency':'NO_CHANGE_SEEN','changed':[],'tags':[],'settled':'2026-11-24T03:00:00Z'}";
    private static final String OBJECT = "{'object':'00000000000000aa/" + "0f".repeat(32)
            + ".00000000000000bb','size':50,'stored':9,'encoding':'zlib'}";
    private static final String FILE =
            "{'file':'/mnt/a','size':30,'modified':'2026-11-24T02:59:58Z','sha256':'ab','parts':[[0,10,30]]}";
    private static final String WHOLE = HEAD + "\n" + OBJECT + "\n" + FILE + "\n";

    private final ManifestCodec codec = new ManifestCodec(JsonCodec.lenient());

    private Manifest decode(String lines) throws DocumentException {
        var plain = lines.replace('\'', '"').getBytes(UTF_8);
        return codec.decode(Zlib.deflate(plain, 0, plain.length));
    }

    @Test
    void aMemberOfALaterVersionIsPassedOver() throws DocumentException {
        var manifest =
                decode(WHOLE.replace("'files':1", "'later':{},'files':1").replace("'file':", "'mode':7,'file':"));

        assertThat(manifest.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("/mnt/a");
            assertThat(file.parts()).singleElement().satisfies(part -> {
                assertThat(part.offset()).isEqualTo(10);
                assertThat(part.content().stored()).isEqualTo(9);
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "'stored':9 | 'stored':-9",
                "'stored':9 | 'stored':'many'",
                "'size':50 | 'size':-50",
                "'size':50 | 'size':5000000000",
                "'size':50 | 'size':20",
                "'size':50, | ~~",
                "'zlib' | 'zip'",
                "aa/ | aa/../",
                "'size':30 | 'size':-30",
                "'size':30 | 'size':31",
                "[[0,10,30]] | [[0,-10,30]]",
                "[[0,10,30]] | [[0,10,-30]]",
                "[[0,10,30]] | [[0,10,99999999999]]",
                "[[0,10,30]] | [[0,2147483647,30]]",
                "[[0,10,30]] | [[1,10,30]]",
                "[[0,10,30]] | [[-1,10,30]]",
                "[[0,10,30]] | [[99999999999,10,30]]",
                "[[0,10,30]] | [[0,10]]",
                "[[0,10,30]] | [[0,10,{}]]",
                "'files':1 | 'files':2",
                "'files':1 | 'files':-1",
                "'bytes':30 | 'bytes':31",
                "02:59:58Z | yesterday",
                "03:00:00Z','files' | noon','files'",
                "'NO_CHANGE_SEEN' | 'MAYBE'",
                "'version':1 | 'version':2",
                "agentbay-snapshot | another"
            })
    void whatContradictsItselfIsADamagedDocumentAndNoOtherError(String right, String wrong) {
        var lines = WHOLE.replace(right, wrong);

        assertThat(lines).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> decode(lines)).isInstanceOf(DocumentException.class);
    }

    @Test
    void anObjectLineStandsBeforeItsFiles() {
        assertThatThrownBy(() -> decode(HEAD + "\n" + FILE + "\n" + OBJECT + "\n"))
                .isInstanceOf(DocumentException.class);
    }
}
