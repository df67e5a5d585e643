<?xml version="1.0" encoding="UTF-8"?>
<core:IndoorFeatures xmlns:core="http://www.opengis.net/indoorgml/1.0/core" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="IFs">
<core:primalSpaceFeatures><core:PrimalSpaceFeatures gml:id="PS">
<core:cellSpaceMember><core:CellSpace gml:id="C1"><gml:name>101</gml:name>
<core:cellSpaceGeometry><core:Geometry2D><gml:Polygon gml:id="P1"><gml:exterior><gml:LinearRing>
<gml:pos>0 0 0</gml:pos><gml:pos>4 0 0</gml:pos><gml:pos>4 3 0</gml:pos><gml:pos>0 3 0</gml:pos><gml:pos>0 0 0</gml:pos>
</gml:LinearRing></gml:exterior></gml:Polygon></core:Geometry2D></core:cellSpaceGeometry></core:CellSpace></core:cellSpaceMember>
</core:PrimalSpaceFeatures></core:primalSpaceFeatures></core:IndoorFeatures>
