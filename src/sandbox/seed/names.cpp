#include "sandbox/seed/names.h"

#include <iterator>

namespace finhub::sandbox {

namespace {
/// Names of a group are separated by blanks, `_` stands for a blank inside a name. Where women carry another
/// form of the family name, both forms are listed in the same order.
struct Row {
    const char* country;
    const char* callingCode;
    const char* mobile;
    int subscriberDigits;
    int weight;
    const char* women;
    const char* men;
    const char* mensFamilies;
    const char* womensFamilies; ///< empty: the same as the men's
};

// clang-format off
constexpr Row Rows[] = {
    {"Lithuania", "+370", "6", 7, 10,
     "Rasa Ona Eglė Austėja Gabija Ieva Jurgita Rūta Viktorija Monika Kristina Aistė Živilė Daiva Laima Milda Ugnė Inga Lina Vilma Jūratė Dalia Neringa Šarūnė",
     "Jonas Petras Lukas Mantas Tomas Darius Vytautas Gediminas Mindaugas Rokas Paulius Andrius Saulius Žygimantas Kęstutis Linas Marius Algirdas Domantas Ignas Tadas Šarūnas Edvinas Arnas",
     "Vaitkus Kazlauskas Jankauskas Petrauskas Stankevičius Butkus Žukauskas Paulauskas Urbonas Kavaliauskas Ramanauskas Balčiūnas Šimkus Navickas Rimkus Mažeika Sakalauskas Žilinskas Baranauskas Černiauskas Gudaitis Kairys Lukošius Masiulis Norkus Pocius Radzevičius Savickas Tamulis Vasiliauskas Zabiela Adomaitis Bartkus Daugėla Grigas Jonaitis Kubilius Milašius Noreika Šidlauskas",
     "Vaitkienė Kazlauskaitė Jankauskienė Petrauskaitė Stankevičienė Butkutė Žukauskienė Paulauskaitė Urbonienė Kavaliauskaitė Ramanauskienė Balčiūnaitė Šimkutė Navickienė Rimkutė Mažeikaitė Sakalauskienė Žilinskaitė Baranauskienė Černiauskaitė Gudaitytė Kairienė Lukošiūtė Masiulienė Norkutė Pociūtė Radzevičienė Savickaitė Tamulytė Vasiliauskienė Zabielaitė Adomaitytė Bartkutė Daugėlaitė Grigienė Jonaitytė Kubilienė Milašiūtė Noreikaitė Šidlauskienė"},
    {"Poland", "+48", "5", 8, 9,
     "Zofia Maja Hanna Zuzanna Julia Oliwia Katarzyna Agnieszka Małgorzata Joanna Magdalena Ewa Barbara Beata Dorota Grażyna Halina Iwona Justyna Kinga Łucja Natalia Paulina Wiktoria",
     "Łukasz Jakub Jan Piotr Paweł Krzysztof Tomasz Marcin Michał Grzegorz Wojciech Mateusz Adam Stanisław Kacper Szymon Bartosz Rafał Sławomir Zbigniew Władysław Mirosław Kamil Dawid",
     "Wiśniewski Nowak Kowalski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Górski Nowicki Sikora Walczak Rutkowski Baran Błaszczyk",
     "Wiśniewska Nowak Kowalska Wójcik Kowalczyk Kamińska Lewandowska Zielińska Szymańska Woźniak Dąbrowska Kozłowska Jankowska Mazur Kwiatkowska Wojciechowska Krawczyk Kaczmarek Piotrowska Grabowska Pawłowska Michalska Król Wieczorek Jabłońska Wróbel Majewska Olszewska Stępień Malinowska Jaworska Adamczyk Dudek Górska Nowicka Sikora Walczak Rutkowska Baran Błaszczyk"},
    {"Germany", "+49", "15", 9, 9,
     "Anna Lena Sophie Marie Katharina Jana Lea Hannah Emilia Johanna Käthe Frieda Greta Mathilda Clara Ursula Heike Sabine Birgit Petra Silke Antje Svenja Bärbel",
     "Lukas Felix Maximilian Jonas Paul Jürgen Günther Björn Sören Stefan Thomas Andreas Michael Klaus Wolfgang Matthias Tobias Florian Sebastian Friedrich Hendrik Karl-Heinz Götz Uwe",
     "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Kaiser Groß Böhm Jäger Weiß Vogel",
     ""},
    {"France", "+33", "6", 8, 8,
     "Chloé Léa Manon Camille Inès Zoé Amélie Élodie Aurélie Céline Hélène Margaux Noémie Océane Solène Maëlys Éloïse Françoise Geneviève Marie-Claire Anaïs Juliette Lucie Sarah",
     "Hugo Théo Léo Jérôme François Étienne Rémi Loïc Gaël Frédéric Sébastien Benoît Mathéo Raphaël Gaëtan Clément Noël Baptiste Antoine Jean-Luc Jean-Baptiste Lucas Maxime Pierre",
     "Dubois Martin Bernard Thomas Petit Robert Richard Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Périn",
     ""},
    {"Italy", "+39", "3", 9, 7,
     "Giulia Sofia Aurora Alice Ginevra Chiara Francesca Martina Sara Elena Valentina Silvia Federica Paola Ilaria Beatrice Lucia Caterina Ludovica Bianca Matilde Noemi Camilla",
     "Leonardo Francesco Alessandro Lorenzo Mattia Andrea Gabriele Riccardo Tommaso Edoardo Davide Matteo Luca Nicolò Pietro Antonio Giuseppe Salvatore Stefano Emanuele Simone Giorgio Paolo Vincenzo",
     "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola D’Angelo D’Amico Zanetti",
     ""},
    {"Spain", "+34", "6", 8, 7,
     "Lucía Sofía Martina María Paula Valeria Alba Noa Carmen Emma Ángela Inés Rocío Begoña Nerea Ainhoa Concepción Íria Aitana Mónica Verónica Beatriz Pilar Yolanda",
     "Hugo Mateo Martín Lucas Leo Daniel Alejandro Pablo Manuel Álvaro Adrián Íñigo Óscar Andrés José Ángel Rubén Sergio Iván Jesús Raúl Joaquín Nicolás Guillermo",
     "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Núñez Ibáñez",
     ""},
    {"Czechia", "+420", "6", 8, 6,
     "Petra Jana Eliška Tereza Adéla Natálie Anežka Karolína Kateřina Lucie Veronika Barbora Markéta Zuzana Hana Lenka Alena Šárka Žaneta Růžena Jitka Radka Monika Ivana",
     "Jiří Jan Petr Jakub Tomáš Vojtěch Ondřej Matěj Adam Filip Lukáš David Marek Martin Dominik Štěpán Šimon Zdeněk Václav Miloš Radek Bohumil Jaroslav Řehoř",
     "Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Marek Pospíšil Hájek Jelínek Král Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák Vaněk Urban Blažek Kříž Kovář Kratochvíl Bartoš Vlček Polák Musil Kopecký Šimek Konečný Malý Holub",
     "Nováková Svobodová Novotná Dvořáková Černá Procházková Kučerová Veselá Horáková Němcová Pokorná Marková Pospíšilová Hájková Jelínková Králová Růžičková Benešová Fialová Sedláčková Doležalová Zemanová Kolářová Navrátilová Čermáková Vaňková Urbanová Blažková Křížová Kovářová Kratochvílová Bartošová Vlčková Poláková Musilová Kopecká Šimková Konečná Malá Holubová"},
    {"Netherlands", "+31", "6", 8, 5,
     "Emma Julia Mila Tess Sophie Zoë Sara Nora Yara Eva Lotte Fleur Sanne Femke Anouk Maaike Willemijn Marijke Liesbeth Noor",
     "Daan Sem Lucas Levi Finn Noah Milan Bram Thijs Ruben Joost Pieter Jeroen Maarten Sjoerd Wouter Hendrik Koen Sander Niels",
     "de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen van_den_Heuvel van_der_Veen van_den_Broek de_Bruijn de_Bruin van_der_Heijden Schouten van_Beek Willems van_’t_Hoff",
     ""},
    {"Sweden", "+46", "7", 8, 5,
     "Alice Maja Vera Alma Selma Elsa Lilly Astrid Wilma Saga Åsa Ebba Freja Linnéa Annika Märta Göta Ingrid Kerstin Britt-Marie",
     "Noah William Hugo Liam Adam Åke Björn Göran Håkan Jörgen Mårten Oskar Axel Erik Lars Nils Per-Olof Anders Gustav Sixten",
     "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Olofsson Lindström Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Åkerlund",
     ""},
    {"Ireland", "+353", "8", 8, 4,
     "Aoife Niamh Saoirse Ciara Róisín Sinéad Gráinne Caoimhe Éabha Fiadh Orla Siobhán Clodagh Aisling Maeve Deirdre Emer Bríd Muireann Nóra",
     "Seán Conor Cian Oisín Darragh Tadhg Fionn Ciarán Pádraig Eoin Rónán Diarmuid Cillian Lorcán Donnacha Micheál Séamus Liam Brendan Declan",
     "Murphy Kelly O’Sullivan Walsh Smith O’Brien Byrne Ryan O’Connor O’Neill O’Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin O’Carroll Connolly Daly O’Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes Farrell Fitzgerald Brown Martin Maguire Ó_Súilleabháin",
     ""},
    {"Latvia", "+371", "2", 7, 4,
     "Anna Sofija Emīlija Alise Marta Līga Dace Inese Ilze Kristīne Zane Laura Elīna Ināra Aija Agnese Evija Sanita Ģertrūde Ieva",
     "Roberts Jānis Mārtiņš Kārlis Andris Juris Edgars Aigars Māris Artūrs Kristaps Gatis Raivis Uldis Ēriks Dainis Guntis Normunds Pēteris Ģirts",
     "Bērziņš Kalniņš Ozoliņš Jansons Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš Kārkliņš Vanags Siliņš Ozols Rozītis Ābols Dūmiņš Šmits",
     "Bērziņa Kalniņa Ozoliņa Jansone Liepiņa Krūmiņa Balode Eglīte Zariņa Pētersone Vītola Kļaviņa Kārkliņa Vanaga Siliņa Ozola Rozīte Ābola Dūmiņa Šmite"},
    {"Estonia", "+372", "5", 7, 4,
     "Sofia Mia Lenna Liis Kadri Kairi Merle Piret Triin Õnne Ülle Maarja Tiina Anneli Eha Helve Katrin Kersti Laine Reet",
     "Rasmus Oskar Robin Märt Jüri Tõnu Tõnis Ülo Andres Margus Priit Indrek Kristjan Siim Taavi Jaak Mihkel Peeter Urmas Villu",
     "Tamm Saar Sepp Mägi Kask Kukk Rebane Ilves Pärn Koppel Oja Lepik Kuusk Luik Kaasik Raudsepp Lõhmus Põder Väli Õunapuu",
     ""},
    {"Finland", "+358", "4", 8, 3,
     "Aino Eevi Emma Helmi Pihla Sofia Päivi Tuula Ritva Leena Kaarina Sari Minna Hanna Kyllikki Johanna Anneli Riikka Satu Elina",
     "Leo Väinö Eino Oliver Elias Juhani Mikko Antti Pekka Timo Jukka Heikki Jyrki Kalevi Matti Olli Tapani Veikko Ilkka Yrjö",
     "Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen",
     ""},
    {"Denmark", "+45", "2", 7, 3,
     "Alma Ida Freja Clara Agnes Ella Karla Søs Mette Kirsten Bodil Inge Birgitte Lærke Maja Sofie Åse Signe Dorthe Tove",
     "William Oscar Carl Malthe Emil Søren Jørgen Jesper Mads Rasmus Kåre Henrik Bjørn Poul Niels Torben Aage Anders Flemming Øjvind",
     "Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Østergaard",
     ""},
    {"Norway", "+47", "9", 7, 3,
     "Nora Emma Ella Maja Olivia Ingrid Sigrid Solveig Åse Bjørg Kari Liv Randi Tone Marit Hilde Gro Unni Ragnhild Torill",
     "Jakob Noah Emil Lucas Oliver Bjørn Håkon Øyvind Kåre Pål Ståle Sverre Torbjørn Eirik Geir Odd Knut Leif Terje Åsmund",
     "Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Sæther Bøe Ødegård",
     ""},
    {"Portugal", "+351", "9", 8, 4,
     "Maria Leonor Matilde Beatriz Carolina Mariana Inês Joana Sofia Conceição Lurdes Graça Fátima Mónica Sílvia Tânia Cátia Verónica Lúcia Rita",
     "João Francisco Santiago Afonso Duarte Tomás Gonçalo Martim Rodrigo Vasco Nuno Rui Tiago António José Luís Simão Estêvão Álvaro Hélder",
     "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Conceição",
     ""},
    {"Austria", "+43", "66", 8, 3,
     "Anna Emma Marie Sophia Lena Valentina Magdalena Theresa Elisabeth Waltraud Roswitha Gerlinde Burgi Christl Edeltraud Martina Eva Verena Bettina Doris",
     "Maximilian Paul Jakob David Felix Tobias Lukas Alexander Johann Franz Josef Günter Herbert Leopold Alois Reinhard Siegfried Gernot Dieter Anton",
     "Gruber Huber Bauer Wagner Müller Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Übelhör",
     ""},
    {"Belgium", "+32", "47", 7, 4,
     "Olivia Emma Louise Mila Juliette Élise Margot Noémie Laurence Delphine Veerle Greet Katrijn Ilse Goedele Martine Anaëlle Fien Hilde Chantal",
     "Arthur Noah Jules Louis Adam Benoît Olivier Thierry Geert Wim Bart Jef Dirk Koenraad Luc Frédéric Grégoire Stijn Pieter-Jan Maxence",
     "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters De_Smet Dubois Lambert Dupont Lemaire Van_den_Bossche Vandenberghe De_Backer Desmet Van_Damme Hendrickx",
     ""},
    {"Slovakia", "+421", "9", 8, 3,
     "Sofia Nina Eliška Ema Viktória Katarína Zuzana Ľubica Mária Alžbeta Božena Jarmila Ivana Žofia Renáta Silvia Lenka Stanislava Dáša Martina",
     "Jakub Adam Samuel Michal Filip Ľubomír Ľudovít Štefan Juraj Peter Jozef Marián Tomáš Miroslav Dušan Rastislav Vladimír Ondrej Matúš Andrej",
     "Horváth Kováč Varga Tóth Nagy Baláž Szabó Molnár Balog Lukáč Novák Kovačik Hudák Krajčí Polák Gajdoš Šimko Oravec Ďurica Ľupták",
     "Horváthová Kováčová Vargová Tóthová Nagyová Balážová Szabóová Molnárová Balogová Lukáčová Nováková Kovačiková Hudáková Krajčíová Poláková Gajdošová Šimková Oravcová Ďuricová Ľuptáková"},
    {"Hungary", "+36", "30", 7, 4,
     "Hanna Anna Zoé Léna Luca Boglárka Réka Zsófia Erzsébet Katalin Ágnes Éva Ildikó Márta Judit Tünde Gyöngyi Szilvia Ibolya Piroska",
     "Bence Máté Levente Dominik Marcell Ádám Dávid Gergő László István József János Zoltán Sándor Ferenc Győző Csaba Attila Béla Ödön",
     "Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh Simon Rácz Fekete",
     ""},
    {"Romania", "+40", "7", 8, 4,
     "Maria Andreea Ioana Elena Sofia Ștefania Ana-Maria Mihaela Gabriela Cristina Daniela Simona Lăcrămioara Raluca Țerenția Bianca Denisa Loredana Iuliana Anca",
     "Andrei Ștefan Alexandru Mihai Ionuț David Luca Matei Gheorghe Vasile Nicolae Constantin Cătălin Răzvan Bogdan Cosmin Sorin Dănuț Cezar Florin",
     "Popa Popescu Ionescu Pop Radu Dumitru Stan Stoica Gheorghe Matei Rusu Munteanu Constantin Șerban Moldovan Ciobanu Lazăr Țurcanu Bălan Neagu",
     ""},
    {"Bulgaria", "+359", "88", 7, 3,
     "Mariya Ivanka Elena Yordanka Rositsa Desislava Gergana Tsvetelina Radka Stefka Nadezhda Zornitsa Vesela Ralitsa Kalina Boryana Milena Snezhana Viktoria Teodora",
     "Georgi Ivan Dimitar Nikolay Petar Hristo Todor Stefan Vasil Stoyan Angel Plamen Krasimir Rumen Boyan Kaloyan Lyubomir Ognyan Simeon Zahari",
     "Ivanov Georgiev Dimitrov Petrov Nikolov Hristov Stoyanov Todorov Iliev Vasilev Atanasov Petkov Angelov Kolev Yordanov Marinov Popov Stefanov Mihaylov Kostov",
     "Ivanova Georgieva Dimitrova Petrova Nikolova Hristova Stoyanova Todorova Ilieva Vasileva Atanasova Petkova Angelova Koleva Yordanova Marinova Popova Stefanova Mihaylova Kostova"},
    {"Greece", "+30", "69", 8, 3,
     "Maria Eleni Katerina Vasiliki Sofia Angeliki Georgia Dimitra Ioanna Panagiota Anastasia Evangelia Konstantina Despina Chrysoula Foteini Zoi Paraskevi Athina Kalliopi",
     "Georgios Ioannis Dimitrios Konstantinos Nikolaos Panagiotis Vasileios Christos Athanasios Evangelos Spyridon Theodoros Michail Stavros Anastasios Petros Alexandros Ilias Grigorios Apostolos",
     "Papadopoulos Vlachos Angelopoulos Nikolaidis Georgiou Papageorgiou Oikonomou Dimopoulos Makris Karagiannis Antoniou Pappas Ioannidis Samaras Theodorou Christodoulou Konstantinidis Alexiou Stavrou Zervas",
     "Papadopoulou Vlachou Angelopoulou Nikolaidou Georgiou Papageorgiou Oikonomou Dimopoulou Makri Karagianni Antoniou Pappa Ioannidou Samara Theodorou Christodoulou Konstantinidou Alexiou Stavrou Zerva"},
    {"Croatia", "+385", "9", 8, 3,
     "Mia Lucija Ema Petra Ana Marija Ivana Željka Vesna Snježana Đurđica Nikolina Tihana Maja Sanja Ljiljana Jasna Dubravka Štefica Nataša",
     "Luka David Ivan Jakov Petar Marko Josip Ante Željko Zvonimir Krešimir Tomislav Hrvoje Stjepan Šime Davor Goran Domagoj Branimir Đuro",
     "Horvat Kovačević Babić Marić Jurić Novak Kovačić Knežević Vuković Marković Petrović Matić Tomić Pavlović Kovač Božić Blažević Grgić Pavić Šarić",
     ""},
    {"Slovenia", "+386", "40", 6, 2,
     "Ema Julija Zala Sara Mia Ana Neža Ajda Maruša Špela Mateja Urška Tjaša Alenka Darja Breda Jožica Nuša Metka Živa",
     "Luka Filip Mark Jakob Žan Jure Miha Gašper Matjaž Aleš Boštjan Tomaž Rok Andraž Primož Blaž Žiga Uroš Dušan Janez",
     "Novak Horvat Kovačič Krajnc Zupančič Potočnik Kovač Mlakar Vidmar Kos Golob Kralj Turk Božič Bizjak Korošec Kotnik Zupan Hribar Žagar",
     ""},
    {"Luxembourg", "+352", "621", 6, 1,
     "Emma Sophie Charlotte Léa Mathilde Claudine Josée Nathalie Pascale Viviane",
     "Gabriel Luca Léo Félix Charel Jean-Claude Romain Marcel Fernand Pol",
     "Schmit Muller Weber Hoffmann Wagner Thill Klein Reuter Schroeder Kieffer",
     ""},
    {"Ukraine", "+380", "67", 7, 3,
     "Olena Nataliia Iryna Oksana Svitlana Kateryna Sofiia Anastasiia Yuliia Tetiana Halyna Liudmyla Khrystyna Solomiia Daryna Zlata Bohdana Lesia Mariana Yaroslava",
     "Oleksandr Andrii Serhii Volodymyr Mykola Dmytro Taras Bohdan Yurii Ihor Oleh Maksym Vasyl Roman Ostap Yaroslav Nazar Ruslan Vitalii Pavlo",
     "Melnyk Shevchenko Kovalenko Bondarenko Boiko Tkachenko Kravchenko Kovalchuk Koval Oliinyk Shevchuk Polishchuk Lysenko Marchenko Savchenko Rudenko Petrenko Moroz Hrytsenko Klymenko",
     ""},
};
// clang-format on

QStringList split(const char* names)
{
    QStringList list = QString::fromUtf8(names).split(u' ', Qt::SkipEmptyParts);
    for (QString& name : list)
        name.replace(u'_', u' ');
    return list;
}

std::vector<NameGroup> readGroups()
{
    std::vector<NameGroup> groups;
    groups.reserve(std::size(Rows));
    for (const Row& row : Rows) {
        NameGroup group;
        group.country = QString::fromUtf8(row.country);
        group.callingCode = QString::fromUtf8(row.callingCode);
        group.mobile = QString::fromUtf8(row.mobile);
        group.subscriberDigits = row.subscriberDigits;
        group.weight = row.weight;
        group.women = split(row.women);
        group.men = split(row.men);
        group.mensFamilies = split(row.mensFamilies);
        group.womensFamilies = *row.womensFamilies ? split(row.womensFamilies) : group.mensFamilies;
        groups.push_back(std::move(group));
    }
    return groups;
}
} // namespace

const std::vector<NameGroup>& nameGroups()
{
    static const std::vector<NameGroup> groups = readGroups();
    return groups;
}

const std::vector<UnusualName>& unusualNames()
{
    static const QString woman = QStringLiteral("FEMALE");
    static const QString man = QStringLiteral("MALE");
    static const std::vector<UnusualName> names{
        {QStringLiteral("Austria"), QStringLiteral("Maximiliana Theodora Friederike Charlotte"),
         QStringLiteral("von Hohenberg-Schwarzenfels zu Altenburg-Lindenthal"), woman},
        {QStringLiteral("Hungary"), QStringLiteral("Ö"), QStringLiteral("Y"), man},
        {QStringLiteral("Spain"), QStringLiteral("José María de los Ángeles Francisco Javier"),
         QStringLiteral("Fernández de Córdoba y Álvarez de Toledo"), man},
        {QStringLiteral("Sweden"), QStringLiteral("Åsa"), QStringLiteral("Ö"), woman},
        {QStringLiteral("Germany"), QStringLiteral("Wolfgang-Amadeus-Sebastian"),
         QStringLiteral("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"), man},
        {QStringLiteral("France"), QStringLiteral("Anne-Sophie-Marguerite-Élisabeth"),
         QStringLiteral("de La Rochefoucauld-Montbel d’Estissac"), woman},
        {QStringLiteral("Norway"), QStringLiteral("A"), QStringLiteral("Å"), man},
    };
    return names;
}

} // namespace finhub::sandbox
