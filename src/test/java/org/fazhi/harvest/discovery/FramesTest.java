package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames in the place of the list, and frames beside it. */
class FramesTest {

    private static final String START = "/fzzf/index.html";
    private static final String FOREIGN = "http://else.example/show?c=7";

    /** None of them answers, or they are of other hosts; the list beside is read to its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='/include/banner.html' width='1000' height='400'></iframe>",
                "<iframe src='/x.html' width='250' height='600'></iframe>",
                "<iframe src='/x.html' style='width:100%; height: 120px'></iframe>",
                "<iframe src='/x.html' height='160'></iframe>",
                "<iframe src='/x.html' width='260px'></iframe>",
                "<iframe src='/x.html' title='weather'></iframe>",
                "<div class='footer'><iframe src='/x.html'></iframe></div>",
                "<footer><p><iframe src='/x.html'></iframe></p></footer>",
                "<div id='left'><div><iframe src='/x.html'></iframe></div></div>",
                "<iframe src='/tj/cnzz.html'></iframe>",
                "<iframe src='/x.html' class='share'></iframe>",
                "<iframe src='" + FOREIGN + "'></iframe>",
                "<iframe src='" + FOREIGN + "' width='300' height='500'></iframe>",
                "<iframe src='" + FOREIGN + "' width='100%' height='200'></iframe>",
                "<iframe src='http://i.tianqi.example/w' width='600' height='400'></iframe>",
                "<iframe src='http://video.else.example/player' width='600' height='400'></iframe>",
                "<iframe></iframe><iframe src='about:blank'></iframe>",
                "<embed src='/flash/x.swf' width='1000' height='400'>",
                "<object data='/x.pdf' width='1000' height='400'></object>",
                "<embed src='/x' type='application/x-shockwave-flash' width='1000' height='400'>",
            })
    void isCompleteWhereAFrameBesideTheListCannotBeRead(String frame) {
        assertThat(site(WalkedSite.rows(0, 3) + frame).walk()).isEqualTo(Stop.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='" + FOREIGN + "' width='100%' height='800'></iframe>",
                "<iframe src='" + FOREIGN + "' width='500' height='300'></iframe>",
                "<iframe src='" + FOREIGN + "' style='width: 60%; height: 60%'></iframe>",
                "<iframe src='" + FOREIGN + "' name='mainframe'></iframe>",
                "<iframe src='" + FOREIGN + "' id='content'></iframe>",
                "<div class='main-con'><iframe src='" + FOREIGN + "'></iframe></div>",
                "<iframe id='list'></iframe>",
                "<object data='" + FOREIGN + "' type='text/html' width='900' height='600'></object>",
            })
    void isNotCompleteWhereAFrameInThePlaceOfTheListIsNotWalked(String frame) {
        assertThat(site(WalkedSite.rows(0, 3) + frame).walk()).isEqualTo(Stop.FRAME_UNREAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='/fzzf/f.html'></iframe>",
                "<object data='/fzzf/f.html'></object>",
                "<embed src='/fzzf/f.html' type='text/html'>",
                "<div class='bottom'><span>2024-01-05</span><iframe src='/fzzf/f.html'></iframe></div>",
            })
    void walksAFrameOfItsOwnHost(String frame) {
        WalkedSite site = site(WalkedSite.rows(0, 3) + frame);

        assertThat(site.walk()).as("dead").isEqualTo(Stop.MISSED);
        assertThat(site.page("/fzzf/f.html", WalkedSite.rows(3, 2)).walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.titles()).hasSize(5);
    }

    /** A shell around frames: the head that is dead does not matter where another frame has the list. */
    @Test
    void readsAShellByTheFrameThatHoldsItsList() {
        String shell =
                "<frameset><frame src='/top.html'><frame src='/fzzf/left.html'><frame src='/fzzf/f.html'></frameset>";
        WalkedSite site = new WalkedSite(START).page(START, shell).page("/fzzf/f.html", WalkedSite.rows(0, 2));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, "/fzzf/f.html");
    }

    @Test
    void isNotCompleteWhereThereAreMoreFramesThanAreWalked() {
        StringBuilder frames = new StringBuilder();
        WalkedSite site = new WalkedSite(START);
        for (int i = 0; i < 4; i++) {
            frames.append("<iframe src='f").append(i).append(".html'></iframe>");
            site.page("/fzzf/f" + i + ".html", WalkedSite.rows(9 * i, 2));
        }
        String twice = "<iframe src='f0.html'></iframe>";
        assertThat(site.page(START, WalkedSite.rows(90, 3) + frames + twice).walk())
                .isEqualTo(Stop.COMPLETE);
        assertThat(site.titles()).hasSize(11);
        assertThat(site.page(START, WalkedSite.rows(90, 3) + frames + "<iframe src='f4.html'></iframe>")
                        .walk())
                .isEqualTo(Stop.FRAME_UNREAD);
    }

    private static WalkedSite site(String body) {
        return new WalkedSite(START).page(START, body);
    }
}
