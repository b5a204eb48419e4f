#pragma once

#include "walkthrough/scripterror.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace finhub::walkthrough {

/// Reads the members of one JSON object of a script with their types. The first problem is kept in the error
/// shared by all readers of a script; what is read after it is a default and of no importance.
class MemberReader {
public:
    /// `path` is put before the members' names in errors. The error outlives the reader.
    MemberReader(QJsonObject object, int step, QString path, std::optional<ScriptError>& error);

    bool has(const QString& name) const { return m_object.contains(name); }

    /// An absent member is empty; one that is there must not be.
    QString text(const QString& name);
    QString neededText(const QString& name);
    /// A whole number within the limits, which are included.
    std::optional<int> number(const QString& name, int least, int most);
    bool flag(const QString& name, bool otherwise);
    /// A true/false, number or text as it stands.
    QVariant scalar(const QString& name);
    /// Whatever stands there; undefined when it is absent.
    QJsonValue value(const QString& name) { return take(name); }
    /// A reader for an object; nullopt when it is absent.
    std::optional<MemberReader> object(const QString& name);
    /// A reader for each object of an array; none when it is absent.
    QList<MemberReader> objects(const QString& name);

    void refuse(const QString& name, const QString& problem);
    /// Refuses the members that nobody has asked for: a misspelt condition would otherwise hold for ever.
    void refuseOthers();

private:
    QJsonValue take(const QString& name);

    QJsonObject m_object;
    int m_step;
    QString m_path;
    QStringList m_asked;
    std::optional<ScriptError>* m_error;
};

} // namespace finhub::walkthrough
