#include "sandbox/seed/seededid.h"

#include <QSet>
#include <QUuid>
#include <QtTest>

using namespace finhub::sandbox;

/// Ids that can be read back.
class TestSeededId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const SeededId ids(1);
        QSet<QString> seen;
        for (const IdKind kind : {IdKind::Customer, IdKind::User, IdKind::Verification, IdKind::Document,
                                  IdKind::Consent, IdKind::Event, IdKind::Wallet}) {
            for (const quint32 index : {0U, 1U, 2U, 999'999U, 4'294'967'295U}) {
                for (const quint16 ordinal : {0, 1, 40, 65'535}) {
                    const SeededThing thing{kind, index, ordinal};
                    const QString id = ids.idOf(thing);
                    QCOMPARE(ids.thingOf(id), std::optional(thing));
                    seen.insert(id);
                    const QUuid uuid(id);
                    QCOMPARE(uuid.version(), QUuid::Random);
                    QCOMPARE(uuid.variant(), QUuid::DCE);
                    QCOMPARE(uuid.toString(QUuid::WithoutBraces), id);
                }
            }
        }
        QCOMPARE(seen.size(), 7 * 5 * 4);
    }

    void othersAreNotRead()
    {
        const SeededId ids(1);
        const QString id = ids.idOf({IdKind::Customer, 5, 0});
        QVERIFY(!ids.thingOf(id.toUpper()));
        QVERIFY(!ids.thingOf(id.chopped(1)));
        QVERIFY(!ids.thingOf(QStringLiteral("{%1}").arg(id)));
        QVERIFY(!ids.thingOf(QString()));
        QVERIFY(!SeededId(2).thingOf(id));
        for (int i = 0; i < 36; ++i) {
            QString changed = id;
            changed[i] = changed.at(i) == u'0' ? u'1' : u'0';
            QVERIFY2(!ids.thingOf(changed), qUtf8Printable(changed));
        }
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!ids.thingOf(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    }

    /// Comparing the bits orders as comparing the texts does.
    void orderOfBits()
    {
        const SeededId ids(3);
        for (quint32 i = 0; i < 500; ++i) {
            const SeededThing a{IdKind::Customer, i, 0};
            const SeededThing b{IdKind::Customer, i + 1, 0};
            QCOMPARE(ids.bitsOf(a) < ids.bitsOf(b), ids.idOf(a) < ids.idOf(b));
            QCOMPARE(uuidBits(ids.idOf(a)), std::optional(ids.bitsOf(a)));
        }
    }
};

QTEST_APPLESS_MAIN(TestSeededId)
#include "tst_seededid.moc"
